using System.CommandLine;
using MppDigital.Login.Staff;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;

namespace MppDigital.Cli.Verbs;

/// <summary>Invites the first admin of a regency that has none; that admin invites everybody else.</summary>
internal static class StaffInvite
{
    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var regency = new Option<string>("--regency") { Description = "Kode atau subdomain", Required = true };
        var name = new Option<string>("--name") { Description = "Nama lengkap, seperti di SK penugasan", Required = true };
        var command = new Command("invite-admin", "Mengundang admin pertama sebuah daerah; mencetak kode undangannya") { regency, name };
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetRequiredValue(regency), parsed.GetRequiredValue(name), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string given, string name, bool json, CancellationToken ct)
    {
        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is not { } registry) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        if (Deployment.Find(registry, given) is not { } regency) return await terminal.RefuseAsync(Problems.UnknownRegency(given), json);
        await using var scope = deployment.Get<IRegencyScopes>().For(regency.Code);
        var made = await Use<InviteFirstAdmin, InvitationMade>(scope.ServiceProvider).HandleAsync(new InviteFirstAdmin(name), ct);
        if (!made.Succeeded) return await terminal.RefuseAsync(made.Problem, json);
        // To the operator and not by e-mail: who runs the deployment knows whom he hands it to.
        var code = await Use<OpenInvitation, InvitationCode>(scope.ServiceProvider).HandleAsync(new OpenInvitation(made.Value.Id, regency.Code.Code4, regency.Name, made.Value.Name, null, made.Value.NeedsStrongFactor), ct);
        if (!code.Succeeded) return await terminal.RefuseAsync(code.Problem, json);
        await terminal.WriteAsync(json, new { regency = regency.Code.Value, code = code.Value.Code, expiresAt = code.Value.ExpiresAt }, () => $"Kode undangan admin {regency.Name}: {code.Value.Code}. Berlaku sampai {code.Value.ExpiresAt:yyyy-MM-dd HH:mm} UTC, di halaman {MppDigital.Login.SignInPaths.Invitation} login nasional.");
        return ExitCode.Done;
    }

    private static IUseCase<TInput, TResult> Use<TInput, TResult>(IServiceProvider services) => (IUseCase<TInput, TResult>)services.GetService(typeof(IUseCase<TInput, TResult>))!;
}
