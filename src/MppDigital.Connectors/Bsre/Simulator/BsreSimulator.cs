using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MppDigital.Connectors.Simulation;
using MppDigital.Platform.Certificates;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Bsre.Simulator;

/// <summary>
/// A certificate authority of invented officials on a loopback port. Serial 9995 has an expired certificate, 9996 a suspended, 9997 a revoked one.
/// Wrong data is about somebody else at every other question of status, and in a batch a signature by another key and one over another hash.
/// <c>POST /simulator/signer</c> with <c>{"nik": "…", "name": "…"}</c> gives a number the name of an official of the demo.
/// </summary>
public sealed class BsreSimulator : ISimulator
{
    /// <summary>Of everybody.</summary>
    public const string Passphrase = "frasa-sandi-contoh";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, string> names = new();
    private readonly ConcurrentDictionary<(string Nik, string Name), SigningKey> keys = new();
    private readonly SimulatedRoot root;
    private readonly TimeProvider clock;
    private SimulatorApp app = null!;
    private byte[][] before = [];
    private int statuses;

    private BsreSimulator(SimulatedRoot root, TimeProvider clock) => (this.root, this.clock) = (root, clock);

    public Uri Address => app.Address;

    /// <param name="port">0 takes a free one.</param>
    public static async Task<BsreSimulator> StartAsync(int port, SimulatedRoot root, TimeProvider clock, CancellationToken ct)
    {
        var simulator = new BsreSimulator(root, clock);
        simulator.app = await SimulatorApp.StartAsync(
            port,
            (_, routes) =>
            {
                routes.MapPost("/" + BsrePaths.Status, simulator.TellAsync);
                routes.MapPost("/" + BsrePaths.Sign, simulator.SignAsync);
                routes.MapPost("/simulator/signer", simulator.NameAsync);
            },
            ct);
        return simulator;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TellAsync(HttpContext http)
    {
        var asked = (await SimulatorApp.ReadAsync<BsreStatusAsk>(http))?.Nik ?? "";
        var status = StatusOf(asked);
        await http.Response.WriteAsJsonAsync(
            new BsreStatusAnswer(app.Fault == SimulatorFault.WrongData && Interlocked.Increment(ref statuses) % 2 == 1 ? app.PersonToAnswer(asked) : asked, status, status == BsreWords.Unknown ? null : [KeyOf(asked).Certificate.RawData, root.Key.Certificate.RawData]), http.RequestAborted);
    }

    private async Task SignAsync(HttpContext http)
    {
        if (await SimulatorApp.ReadAsync<BsreSignAsk>(http) is not { Hashes: { } hashes, Nik: { } nik } asked || hashes.Any(h => h is not { Id: not null, Value.Length: 32 }))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var code = asked.Passphrase != Passphrase ? BsreWords.WrongPassphrase : StatusOf(nik) != BsreWords.Issued ? BsreWords.NotUsable : BsreWords.Signed;
        await http.Response.WriteAsJsonAsync(new BsreSignAnswer(nik, code, code == BsreWords.Signed ? Sign(nik, hashes) : null), http.RequestAborted);
    }

    /// <summary>With the wrong-data fault the first by another key and the second over another hash; as a duplicate, what it gave the last time.</summary>
    private BsreHash[] Sign(string nik, BsreHash[] hashes)
    {
        var key = KeyOf(nik);
        var made = hashes.Index().Select(h => (app.Fault, h.Index) switch
        {
            (SimulatorFault.WrongData, 0) => root.Key.SignHash(h.Item.Value!),
            (SimulatorFault.WrongData, 1) => key.SignHash(SHA256.HashData(h.Item.Value!)),
            _ => key.SignHash(h.Item.Value!),
        }).ToArray();
        var told = app.Fault == SimulatorFault.Duplicate && before.Length >= made.Length ? before : made;
        before = made;
        return [.. hashes.Index().Select(h => new BsreHash(h.Item.Id, told[h.Index]))];
    }

    private SigningKey KeyOf(string nik)
    {
        var now = clock.GetUtcNow();
        var name = names.GetValueOrDefault(nik) ?? SyntheticPeople.Find(nik, DateOnly.FromDateTime(now.UtcDateTime))!.Name;
        // Its clock is ahead, so what it issues begins in our future.
        if (app.Fault == SimulatorFault.ClockSkew) return Issue(name, now + Skew, now.AddYears(2));
        return keys.GetOrAdd((nik, name), _ => nik.EndsWith("9995", StringComparison.Ordinal) ? Issue(name, now.AddHours(-12), now.AddHours(-1)) : Issue(name, now.AddHours(-1), now.AddYears(2)));
    }

    private SigningKey Issue(string name, DateTimeOffset from, DateTimeOffset until) => CertificateAuthority.Issue(root.Key, name, "CONTOH Simulator BSrE", "", from, until);

    private string StatusOf(string nik)
    {
        if (SyntheticPeople.Find(nik, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is null) return BsreWords.Unknown;
        return nik[12..] switch
        {
            "9995" => BsreWords.Expired,
            "9996" => BsreWords.Suspended,
            "9997" => BsreWords.Revoked,
            _ => BsreWords.Issued,
        };
    }

    private async Task NameAsync(HttpContext http)
    {
        if (await SimulatorApp.ReadAsync<SignerName>(http) is not { Nik: { } nik, Name.Length: > 0 } signer || StatusOf(nik) == BsreWords.Unknown)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        names[nik] = signer.Name;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private sealed record SignerName(string? Nik, string? Name);
}
