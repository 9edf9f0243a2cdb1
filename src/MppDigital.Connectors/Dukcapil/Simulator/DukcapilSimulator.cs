using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MppDigital.Connectors.Simulation;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Dukcapil.Simulator;

/// <summary>A civil register of invented people on a loopback port. It knows every NIK of the synthetic range and nobody else.</summary>
public sealed class DukcapilSimulator : ISimulator
{
    private static readonly string[] Places = ["Ambon", "Banda Aceh", "Denpasar", "Jayapura", "Kupang", "Makassar", "Manado", "Mataram", "Padang", "Palembang", "Pontianak", "Semarang"];

    private readonly SimulatorApp app;

    private DukcapilSimulator(SimulatorApp app) => this.app = app;

    public Uri Address => app.Address;

    /// <param name="port">0 takes a free one.</param>
    /// <param name="clock">The register's own date: a birth date cannot lie after it.</param>
    public static async Task<DukcapilSimulator> StartAsync(int port, TimeProvider clock, CancellationToken ct)
    {
        var products = new SampleProducts(clock);
        return new(await SimulatorApp.StartAsync(
            port,
            (app, routes) =>
            {
                routes.MapPost("/" + DukcapilProductWords.Path, http => MakeAsync(http, app, products));
                routes.MapPost("/" + DukcapilPaths.Person, http => AnswerAsync(http, app, clock, PersonRecordOf));
                routes.MapPost("/" + DukcapilPaths.FamilyCard, http => AnswerAsync(http, app, clock, CardRecordOf));
            },
            ct));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task AnswerAsync<T>(HttpContext http, SimulatorApp app, TimeProvider clock, Func<SyntheticPerson, DateOnly, T> record)
    {
        var nik = app.PersonToAnswer((await SimulatorApp.ReadAsync<DukcapilQuestion>(http))?.Nik);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var answer = nik is not null && SyntheticPeople.Find(nik, today) is { } person
            ? new DukcapilAnswer<T>(DukcapilAnswer<T>.Answered, [record(person, today)])
            : new DukcapilAnswer<T>(DukcapilAnswer<T>.NoSuchRecord, null);
        await http.Response.WriteAsJsonAsync(answer, http.RequestAborted);
    }

    private static async Task MakeAsync(HttpContext http, SimulatorApp app, SampleProducts products)
    {
        if (await SimulatorApp.ReadAsync<DukcapilProductOrder>(http) is not { } order)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var (product, code) = products.Make(order);
        // What is wrong then is in turn the person and the application.
        if (product is not null && app.PersonToAnswer(order.Nik) is { } person && person != order.Nik)
            product = code == DukcapilProductWords.AlreadyMade ? product with { Application = order.Application + "0" } : product with { Nik = person };
        await http.Response.WriteAsJsonAsync(new DukcapilAnswer<DukcapilProductRecord>(code, product is null ? null : [product]), http.RequestAborted);
    }

    private static DukcapilPersonRecord PersonRecordOf(SyntheticPerson person, DateOnly today) => new(
        person.Nik,
        person.Name,
        Places[(person.BirthDate.DayNumber + person.Name.Length) % Places.Length],
        person.BirthDate,
        WordOf(person.Sex),
        person.Address,
        person.FamilyCardNumber,
        person.MotherName);

    private static DukcapilFamilyCardRecord CardRecordOf(SyntheticPerson person, DateOnly today) =>
        new(person.FamilyCardNumber, [.. Household.Of(person, today).Select(m => new DukcapilMemberRecord(m.Person.Nik, m.Person.Name, m.Relation, m.Person.BirthDate, WordOf(m.Person.Sex)))]);

    private static string WordOf(Sex sex) => sex == Sex.Male ? DukcapilWords.Man : DukcapilWords.Woman;
}
