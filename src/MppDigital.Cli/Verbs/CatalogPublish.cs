using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.Platform.UseCases;

namespace MppDigital.Cli.Verbs;

/// <summary>Saves a definition and publishes it to all regencies at once: for the day on which the ministry's pages cannot be used. It needs no second person, so it needs a reason, which the audit trail keeps.</summary>
internal static class CatalogPublish
{
    private static readonly MinistryStaff Operator = new("mpp", "mpp", [MinistryRole.CatalogOwner]) { HasFreshFactor = true };

    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var file = new Argument<string>("file") { Description = "Berkas definisi; - untuk masukan baku" };
        var reason = new Option<string>("--reason") { Description = "Mengapa tanpa orang kedua; tercatat", Required = true };
        var command = new Command("publish", "Menyimpan satu definisi dan memberlakukannya di semua daerah") { file, reason };
        command.Validators.Add(result =>
        {
            if (result.GetValue(reason)?.Trim() is not { Length: >= 10 and <= 300 }) result.AddError("Tulis alasan, 10 sampai 300 huruf.");
        });
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetRequiredValue(file), parsed.GetRequiredValue(reason).Trim(), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string file, string reason, bool json, CancellationToken ct)
    {
        JsonNode? definition;
        try
        {
            definition = JsonNode.Parse(file == "-" ? await terminal.In.ReadToEndAsync(ct) : await File.ReadAllTextAsync(file, ct), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return await terminal.RefuseAsync(Problems.Unreadable(file, e.Message.ReplaceLineEndings(" ")), json);
        }

        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is null) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        var code = definition is JsonObject members && members["code"] is JsonValue given && given.TryGetValue<string>(out var text) ? text : "";
        var known = (await deployment.Get<IUseCase<ListCatalog, IReadOnlyList<CatalogService>>>().HandleAsync(new ListCatalog(), ct)).Value!.Any(s => s.Code == code);
        var saved = await deployment.Get<IUseCase<SaveVersion, VersionSaved>>().HandleAsync(new SaveVersion(Operator, known ? code : null, definition, Guid.CreateVersion7().ToString()), ct);
        if (!saved.Succeeded) return await RefuseAsync(terminal, saved.Problem, json);
        var release = await deployment.Get<IUseCase<OpenRelease, ReleaseView>>().HandleAsync(new OpenRelease(Operator, saved.Value.Service, saved.Value.Version, Guid.CreateVersion7().ToString()), ct);
        if (!release.Succeeded) return await terminal.RefuseAsync(release.Problem, json);
        var published = await deployment.Get<IUseCase<MoveRelease, ReleaseView>>().HandleAsync(new MoveRelease(Operator, release.Value.Id, ReleaseAction.PublishToAll, [], [], release.Value.Version) { Reason = reason }, ct);
        if (!published.Succeeded) return await terminal.RefuseAsync(published.Problem, json);
        await terminal.WriteAsync(json, new { service = saved.Value.Service, version = saved.Value.Version, release = published.Value.Id, state = "everywhere" }, () => $"{saved.Value.Service} versi {saved.Value.Version} berlaku di semua daerah.");
        return ExitCode.Done;
    }

    /// <summary>Every fault of the definition with its place, for the terminal too.</summary>
    private static async Task<int> RefuseAsync(Terminal terminal, Problem problem, bool json)
    {
        var code = await terminal.RefuseAsync(problem, json);
        if (!json) foreach (var (place, faults) in problem.Errors) await terminal.Error.WriteLineAsync($"{place}: {string.Join("; ", faults)}");
        return code;
    }
}
