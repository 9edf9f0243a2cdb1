using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Login;
using MppDigital.Login.Accounts;
using MppDigital.Login.Counter;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Testing;
using MppDigital.Web.Tests.Http;
using MppDigital.Web.Tests.NodeSuites;

namespace MppDigital.Web.Tests.Federation;

/// <summary>A program of its own that knows an outside identity provider, which nobody has started yet, and the suite of <c>tests/OidcProvider</c>.</summary>
public sealed class FederationRun : IAsyncLifetime
{
    private const string ClientId = "mpp-digital";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP521);

    private readonly TempDirectory secrets = new();

    private RunningProgram? program;

    internal NodeResults Results { get; private set; } = new(new Dictionary<string, string?>());

    internal IReadOnlyList<string> Failures => program?.Failures.All ?? [];

    public async Task InitializeAsync()
    {
        if (NodeSuite.OidcProvider.Missing is not null) return;
        var port = RunningProgram.FreePort();
        await File.WriteAllTextAsync(secrets["outside.pem"], key.ExportPkcs8PrivateKeyPem());
        program = new RunningProgram(builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Login:Outside:Issuer"] = $"http://127.0.0.1:{port}",
            ["Login:Outside:ClientId"] = ClientId,
            ["Login:Outside:KeyFile"] = secrets["outside.pem"],
            ["Login:Outside:KeyId"] = "mpp-1",
            ["Login:Outside:FaceAcr"] = "urn:outside:face",
            ["Login:Outside:AcceptedAcr"] = "urn:outside:pin",
            ["Login:Outside:Timeout"] = "00:00:02",
        }));
        await program.InitializeAsync();
        Results = await NodeSuite.OidcProvider.RunAsync(Describe(program, port), AnswerAsync);
    }

    public async Task DisposeAsync()
    {
        if (program is not null) await program.DisposeAsync();
        secrets.Dispose();
        key.Dispose();
    }

    private object Describe(RunningProgram running, int outsidePort)
    {
        // The simulated register knows 200 people of each regency; the demo gave accounts to some of them.
        var members = running.People.Citizens.Select(c => c.Nik).ToHashSet();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var point = key.ExportParameters(false).Q;
        return new
        {
            running.Port,
            OutsidePort = outsidePort,
            ClientId,
            running.People.Password,
            PublicJwk = new { kty = "EC", crv = "P-521", x = WebEncoders.Base64UrlEncode(point.X!), y = WebEncoders.Base64UrlEncode(point.Y!), kid = "mpp-1", use = "sig", alg = "ES512" },
            PrivatePem = key.ExportPkcs8PrivateKeyPem(),
            Citizens = running.People.Citizens.Take(40),
            Strangers = Enumerable.Range(0, 200).Select(n => SyntheticPeople.NikOf("3201", n)).Where(nik => !members.Contains(nik)).Select(nik => SyntheticPeople.Find(nik, today)!).Select(p => new { p.Nik, p.Name, BirthDate = p.BirthDate.ToString("O", CultureInfo.InvariantCulture) }),
            Clients = running.Demo.GetProperty("clients"),
        };
    }

    private async Task<object> AnswerAsync(JsonElement question)
    {
        await using var scope = program!.Services.CreateAsyncScope();
        if (question.TryGetProperty("freeze", out var dead))
        {
            return await scope.ServiceProvider.GetRequiredService<IUseCase<ReportDeath, Done>>().HandleAsync(new ReportDeath(dead.GetString(), "AM.1375.2026.0001", "clerk", "1375"), CancellationToken.None);
        }

        var seal = scope.ServiceProvider.GetRequiredService<AccountSeal>();
        var isTotp = question.TryGetProperty("totp", out var who);
        var lookup = await seal.LookupOfNikAsync((isTotp ? who : question.GetProperty("history")).GetString()!, CancellationToken.None);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<LoginDbContext>>().CreateDbContextAsync();
        if (isTotp)
        {
            var account = await db.Accounts.SingleAsync(a => a.NikLookup == lookup);
            account.UseTotp(await seal.SealSecretAsync(new byte[20], CancellationToken.None), 0);
            return await db.SaveChangesAsync();
        }

        return await db.AccountEvents.Where(e => db.Accounts.Any(a => a.Id == e.AccountId && a.NikLookup == lookup)).OrderBy(e => e.At).Select(e => e.Kind).ToListAsync();
    }
}
