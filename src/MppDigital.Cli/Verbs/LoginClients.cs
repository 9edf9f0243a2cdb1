using System.CommandLine;
using MppDigital.Login.Clients;
using MppDigital.Platform.UseCases;

namespace MppDigital.Cli.Verbs;

/// <summary>What another certified provider has to be told: clients, scopes, claims. Holds no secret.</summary>
internal static class LoginClients
{
    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var command = new Command("clients", "Semua klien, scope, dan klaim, untuk penyedia login lain");
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool json, CancellationToken ct)
    {
        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is null) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        var outcome = await deployment.Get<IUseCase<ExportClients, ClientExport>>().HandleAsync(new ExportClients(), ct);
        if (!outcome.Succeeded) return await terminal.RefuseAsync(outcome.Problem, json);
        await terminal.WriteAsync(json, outcome.Value, () => Table.Text(
            outcome.Value.Clients,
            ("klien", c => c.ClientId),
            ("nama", c => c.Name),
            ("bukti", c => c.Authentication),
            ("alamat kembali", c => string.Join(' ', c.RedirectUris))));
        return ExitCode.Done;
    }
}
