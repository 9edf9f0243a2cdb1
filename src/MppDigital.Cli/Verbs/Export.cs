using System.CommandLine;
using MppDigital.National.Residents.Requests;
using MppDigital.Platform.UseCases;

namespace MppDigital.Cli.Verbs;

/// <summary>Everything held about one person, for a request that came on paper.</summary>
internal static class Export
{
    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var person = new Option<string>("--person") { Description = "Sub orang itu, seperti di jejak audit", Required = true };
        var to = new Option<string?>("--to") { Description = "Nama berkas ZIP; bila kosong data-<sub>.zip di folder ini" };
        var reason = new Option<string?>("--reason") { Description = "Alasan, tercatat di jejak audit" };
        var command = new Command("export", "Salinan data pribadi satu orang dari seluruh daerah") { person, to, reason };
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetRequiredValue(person), parsed.GetValue(to), parsed.GetValue(reason) ?? "", parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string sub, string? to, string reason, bool json, CancellationToken ct)
    {
        if (sub.Length is 0 or > 40 || !sub.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return await terminal.RefuseAsync(Problems.WrongSub, json);
        if (reason.Length > 500) return await terminal.RefuseAsync(Problems.LongReason, json);
        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is null) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        var exported = await deployment.Get<IUseCase<ExportPerson, ExportedPerson>>().HandleAsync(new ExportPerson(sub, reason), ct);
        if (!exported.Succeeded) return await terminal.RefuseAsync(exported.Problem, json);
        var path = Path.GetFullPath(to ?? $"data-{sub}.zip");
        try
        {
            await OwnerFile.WriteAsync(path, exported.Value.Content, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await terminal.RefuseAsync(Problems.Unwritable(path, e.Message), json);
        }

        var (regencies, papers) = (exported.Value.Regencies, exported.Value.Papers);
        await terminal.WriteAsync(json, new { file = path, regencies, papers }, () => $"{path}: data dari {regencies} daerah, {papers} berkas. Hanya Anda yang dapat membacanya; serahkan langsung kepada orangnya, lalu hapus.");
        return ExitCode.Done;
    }
}
