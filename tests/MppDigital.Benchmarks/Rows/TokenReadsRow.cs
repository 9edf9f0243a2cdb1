using System.Net.Http.Headers;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>How often the login's tables are read while hosts check access tokens: counted in the statements that the program writes down.</summary>
internal static class TokenReadsRow
{
    private const string What = "login database reads for access tokens";
    private const int Callers = 8;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    private static readonly string[] Tables =
        ["Accounts", "Sessions", "SessionClients", "EndedSessions", "Grants", "RefreshTokens", "AuthorizationCodes", "AuthorizationRequests", "SigningKeys", "LoginSecrets", "RegisteredClients", "UsedAssertions", "Consents", "AttemptWindows", "KnownDevices"];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        await using (await product.StartAsync(folder))
        {
            // Databases and demo accounts.
        }

        var reads = 0;
        // Without the worker, whose jobs read the login too.
        await using var server = await product.StartTalkingAsync(folder, "web,login", line =>
        {
            if (Tables.Any(t => line.Contains($" \"{t}\"", StringComparison.Ordinal)) && !line.Contains("JOIN", StringComparison.Ordinal)) Interlocked.Increment(ref reads);
        });
        using var citizen = new DemoCitizen(server.Port, folder);
        await citizen.SignInAsync();
        if (Volatile.Read(ref reads) == 0) return [Row.NotMeasured(What, "0", "the program does not tell its statements")];
        var token = await citizen.TokenForAsync(Loopback.Origin("bukittinggi", server.Port));
        using var client = Loopback.Client(server.Port, Callers);
        HttpRequestMessage Ask(int n)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"{Loopback.Origin("bukittinggi", server.Port)}/api/v1/applications");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return request;
        }

        await LoadRun.ForAsync(TimeSpan.FromSeconds(1), Callers, client, Ask, 200);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var before = Volatile.Read(ref reads);
        await Task.Delay(Duration);
        var idle = Volatile.Read(ref reads) - before;
        before = Volatile.Read(ref reads);
        var run = await LoadRun.ForAsync(Duration, Callers, client, Ask, 200);
        var loaded = Volatile.Read(ref reads) - before;
        // Once a second every node looks for sessions that ended elsewhere, whether or not anybody shows a token.
        var caused = Math.Max(0, loaded - idle - 1);
        return
        [
            new Row(What, $"{caused}", "0", caused == 0 && run is { Failed: 0, Done: > 0 },
                $"{run.Done} requests with a token, {Figures.Of(run.PerSecond, 0, "/s")} while all statements are written down; the login's tables were read {loaded} times meanwhile, {idle} times in an idle span as long; {run.Failed} failed {run.FirstFailure}"),
        ];
    }
}
