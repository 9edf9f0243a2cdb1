using System.CommandLine;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Cli.Verbs;

internal static class TenantsShow
{
    private sealed record Sheet(
        string Code, string Slug, string Name, string Province, string TimeZone, string Stage, string Host, string? Domain, int Population, string Database, string State, string Detail);

    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var regency = new Argument<string>("regency") { Description = "Kode (13.75) atau subdomain (bukittinggi)" };
        var command = new Command("show", "Satu daerah dan keadaan basis datanya") { regency };
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetRequiredValue(regency), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string given, bool json, CancellationToken ct)
    {
        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is not { } registry) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        if (Deployment.Find(registry, given) is not { } regency) return await terminal.RefuseAsync(Problems.UnknownRegency(given), json);

        var existing = await deployment.Get<IDatabaseEngine>().ListAsync(ct);
        var state = await deployment.StateOfAsync(regency, existing, ct);
        var sheet = new Sheet(
            regency.Code.Value, regency.Slug, regency.Name, regency.Province, regency.Zone.Id, regency.Stage == RegencyStage.Live ? "live" : "preparing",
            $"{regency.Slug}.{deployment.Platform.RootDomain}", regency.Domain, regency.Population, regency.Database, state.State, state.Detail);
        await terminal.WriteAsync(json, sheet, () => $"""
            {sheet.Name} ({sheet.Code}), {sheet.Province}
            alamat      {sheet.Host}{(sheet.Domain is null ? "" : $", {sheet.Domain}")}
            zona waktu  {sheet.TimeZone} ({regency.ZoneAbbreviation})
            tahap       {sheet.Stage}
            penduduk    {sheet.Population}
            basis data  {sheet.Database}: {sheet.State} {sheet.Detail}
            """);
        return ExitCode.Done;
    }
}
