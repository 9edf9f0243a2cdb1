using System.CommandLine;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Cli.Verbs;

internal static class TenantsList
{
    private sealed record Row(string Code, string Slug, string Name, string Province, string Zone, string Stage, bool Provisioned);

    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var command = new Command("list", "Semua daerah di registri");
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool json, CancellationToken ct)
    {
        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is not { } registry) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        var databases = await deployment.Get<IDatabaseEngine>().ListAsync(ct);
        var rows = registry.All.Select(r => new Row(r.Code.Value, r.Slug, r.Name, r.Province, r.ZoneAbbreviation, Stage(r), databases.Contains(r.Database))).ToList();
        await terminal.WriteAsync(json, rows, () => Table.Text(
            rows,
            ("kode", r => r.Code),
            ("subdomain", r => r.Slug),
            ("nama", r => r.Name),
            ("zona", r => r.Zone),
            ("tahap", r => r.Stage),
            ("basis data", r => r.Provisioned ? "ada" : "belum")));
        return ExitCode.Done;
    }

    private static string Stage(Regency regency) => regency.Stage == RegencyStage.Live ? "live" : "preparing";
}
