using System.CommandLine;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;

namespace MppDigital.Cli.Verbs;

/// <summary>Tells every fault of a folder of definitions at once. Needs no database.</summary>
internal static class CatalogValidate
{
    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var folder = new Option<string?>("--folder") { Description = "Folder definisi; bawaan tenants-seed/services" };
        var command = new Command("validate", "Memeriksa semua definisi layanan") { folder };
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetValue(folder), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string? folder, bool json, CancellationToken ct)
    {
        await using var deployment = Deployment.Open(terminal);
        folder ??= Path.Combine(deployment.Platform.SeedDirectory, "services");
        var outcome = await deployment.Get<IUseCase<ValidateCatalog, CatalogValidation>>().HandleAsync(new ValidateCatalog(folder), ct);
        if (!outcome.Succeeded) return await terminal.RefuseAsync(outcome.Problem, json);

        var (services, faults) = outcome.Value;
        await terminal.WriteAsync(json, outcome.Value, () => faults.Count == 0
            ? $"{services} layanan, tanpa kesalahan"
            : Table.Text(faults, ("berkas", f => f.File), ("tempat", f => f.Path), ("seharusnya", f => f.Expected)));
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
