using System.CommandLine;
using MppDigital.National.Registry;
using MppDigital.Platform.UseCases;

namespace MppDigital.Cli.Verbs;

/// <summary>Gives a regency an address that it owns, besides its subdomain.</summary>
internal static class TenantsDomain
{
    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var regency = new Argument<string>("regency") { Description = "Kode (13.75) atau subdomain (bukittinggi)" };
        var domain = new Argument<string?>("domain") { Description = "Domain milik daerah, misalnya mpp.bukittinggikota.go.id", Arity = ArgumentArity.ZeroOrOne };
        var remove = new Option<bool>("--remove") { Description = "Menghapus domainnya" };
        var command = new Command("domain", "Domain milik daerah sendiri") { regency, domain, remove };
        command.Validators.Add(result =>
        {
            if (result.GetValue(domain) is null != result.GetValue(remove)) result.AddError("Beri satu domain, atau --remove.");
        });
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetRequiredValue(regency), parsed.GetValue(domain), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string given, string? domain, bool json, CancellationToken ct)
    {
        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is not { } registry) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        if (Deployment.Find(registry, given) is not { } regency) return await terminal.RefuseAsync(Problems.UnknownRegency(given), json);
        var outcome = await deployment.Get<IUseCase<SetRegencyDomain, Done>>().HandleAsync(new SetRegencyDomain(regency.Code, domain, "mpp"), ct);
        if (!outcome.Succeeded) return await terminal.RefuseAsync(outcome.Problem, json);
        await terminal.WriteAsync(json, new { regency = regency.Code.Value, domain }, () => domain is null ? $"{regency.Name} tidak memakai domain sendiri lagi." : $"{regency.Name} juga dilayani di {domain}.");
        return ExitCode.Done;
    }
}
