using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MppDigital.Connectors.Simulation;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.SatuSehat.Simulator;

/// <summary>
/// SATUSEHAT on a loopback port: the synthetic people whose occupation is a health profession are registered workers. So that refusals can be
/// seen too, a nurse with serial 9993 lacks credit points and a pharmacist (9996) has a suspended registration.
/// </summary>
public sealed class SatuSehatSimulator : ISimulator
{
    private static readonly HashSet<string> HealthProfessions = ["Perawat", "Bidan", "Dokter", "Apoteker"];
    private static readonly string[] Kinds = ["Puskesmas", "Klinik Pratama", "Rumah Sakit Umum", "Praktik Mandiri"];
    private static readonly string[] Names = ["Anggrek", "Cempaka", "Harapan Sehat", "Kasih Ibu", "Melati", "Mutiara", "Sehat Bersama", "Sejahtera"];

    private readonly SimulatorApp app;

    private SatuSehatSimulator(SimulatorApp app) => this.app = app;

    public Uri Address => app.Address;

    /// <param name="port">0 takes a free one.</param>
    public static async Task<SatuSehatSimulator> StartAsync(int port, TimeProvider clock, CancellationToken ct) =>
        new(await SimulatorApp.StartAsync(
            port,
            (app, routes) =>
            {
                routes.MapPost("/" + SatuSehatPaths.HealthWorker, http => AnswerAsync(http, app, clock));
                routes.MapGet("/" + SatuSehatPaths.Facilities, http => ListAsync(http, app));
            },
            ct));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext http, SimulatorApp app, TimeProvider clock)
    {
        var nik = app.PersonToAnswer((await SimulatorApp.ReadAsync<HealthWorkerQuestion>(http))?.Nik);
        var person = nik is null ? null : SyntheticPeople.Find(nik, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var worker = person is not null && HealthProfessions.Contains(person.Occupation) ? RecordOf(person) : null;
        await http.Response.WriteAsJsonAsync(new HealthWorkerAnswer(worker is not null, worker), http.RequestAborted);
    }

    private static Task ListAsync(HttpContext http, SimulatorApp app)
    {
        if (!RegencyCode.TryParse(http.Request.Query["regency"], out var regency))
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Task.CompletedTask;
        }

        var facilities = Names.Select((name, i) => new FacilityRecord($"{regency.Code4}{100 + i}", $"{Kinds[i % Kinds.Length]} {name}", $"Jl. Kesehatan No. {3 + i * 7}")).ToArray();
        return http.Response.WriteAsJsonAsync(new FacilitiesAnswer(app.RegencyToAnswer(regency).Value, facilities), http.RequestAborted);
    }

    private static HealthWorkerRecord RecordOf(SyntheticPerson person) => new(
        person.Nik,
        person.Occupation.ToLowerInvariant(),
        $"SY{BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(person.Nik))):0000000000}",
        RegistrationActive: !person.Nik.EndsWith("9996", StringComparison.Ordinal),
        RegistrationValidUntil: null,
        CreditPointsSufficient: !person.Nik.EndsWith("9993", StringComparison.Ordinal));
}
