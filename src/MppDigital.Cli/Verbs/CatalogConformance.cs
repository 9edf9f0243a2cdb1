using System.CommandLine;
using System.Globalization;
using MppDigital.National.Catalog.Releases;
using MppDigital.Platform.UseCases;

namespace MppDigital.Cli.Verbs;

/// <summary>How true each regency is to the national catalog, as the regencies found themselves. Opens the national database alone.</summary>
internal static class CatalogConformance
{
    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var command = new Command("conformance", "Kepatuhan tiap daerah pada katalog nasional");
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool json, CancellationToken ct)
    {
        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is null) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        var outcome = await deployment.Get<IUseCase<ReadConformance, Conformance>>().HandleAsync(new ReadConformance(), ct);
        if (!outcome.Succeeded) return await terminal.RefuseAsync(outcome.Problem, json);
        var all = outcome.Value;
        var rows = all.Regencies.SelectMany(r => r.Deviations.Select(d => (Regency: r, Deviation: d))).ToList();
        await terminal.WriteAsync(json, all, () => rows.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{all.Told} dari {all.Regencies.Count} daerah sudah melapor, tanpa penyimpangan")
            : Table.Text(rows, ("kode", r => r.Regency.Code), ("nama", r => r.Regency.Name), ("kepatuhan", r => r.Regency.Conformance?.ToString("0.0000", CultureInfo.InvariantCulture) ?? ""), ("layanan", r => r.Deviation.Service),
                ("tempat", r => r.Deviation.Element), ("seharusnya", r => r.Deviation.Expected), ("ternyata", r => r.Deviation.Found)));
        return ExitCode.Done;
    }
}
