using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.Platform.UseCases;
using MppDigital.Web.MinistryCatalog;

namespace MppDigital.Web.Api;

/// <summary>The national catalog on the ministry's host: versions, releases and how true the regencies are to them. Its staff may read; its catalog owners change it.</summary>
internal static class CatalogApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var catalog = api.MapGroup("/catalog").RequireMinistryStaff().WithTags("Katalog");
        catalog.MapGet("/services", ServicesAsync);
        catalog.MapPost("/services", (HttpContext context, IUseCase<SaveVersion, VersionSaved> save, CancellationToken ct) => SaveAsync(null, context, save, ct));
        catalog.MapGet("/services/{code}", ServiceAsync);
        catalog.MapPost("/services/{code}/versions", SaveAsync);
        catalog.MapPost("/releases", OpenAsync);
        catalog.MapGet("/releases/{id:guid}", async (Guid id, HttpContext context, IUseCase<ReadRelease, ReleaseView> read, CancellationToken ct) =>
            (await read.HandleAsync(new ReadRelease(id), ct)).ToResult(view => ApiAnswers.Versioned(context, CatalogAnswers.Of(view), view.Version)));
        catalog.MapGet("/releases/{id:guid}/preview", PreviewAsync);
        catalog.MapPost("/releases/{id:guid}/check", CheckAsync);
        foreach (var (path, action) in Moves) catalog.MapPost($"/releases/{{id:guid}}/{path}", (Guid id, HttpContext context, CatalogDesk desk, CancellationToken ct) => MoveAsync(id, action, context, desk, ct));
        catalog.MapGet("/conformance", ConformanceAsync);
    }

    /// <summary>Sub-resources of a release, each one step of it.</summary>
    private static readonly (string Path, ReleaseAction Action)[] Moves =
    [
        ("start", ReleaseAction.Start), ("widen", ReleaseAction.Widen), ("publish", ReleaseAction.PublishToAll), ("pause", ReleaseAction.Pause), ("resume", ReleaseAction.Resume),
        ("roll-back", ReleaseAction.RollBack), ("roll-back-one", ReleaseAction.RollBackOne), ("withdraw", ReleaseAction.Withdraw),
    ];

    internal sealed record ReleaseBody(string? Service, int? Version);

    internal sealed record PlacesBody(IReadOnlyList<string?>? Regencies, IReadOnlyList<string?>? Provinces);

    private static async Task<IResult> ServicesAsync(HttpContext context, IUseCase<ListCatalog, IReadOnlyList<CatalogService>> list, IServiceCatalog nation, CancellationToken ct) =>
        (await list.HandleAsync(new ListCatalog(), ct)).ToResult(all => QueryParts.Page(context, all, s => s.Code, s => CatalogAnswers.Of(s, nation.Find(s.Code))));

    private static async Task<IResult> ServiceAsync(string code, IUseCase<ReadCatalogService, CatalogServiceSheet> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadCatalogService(code), ct)).ToResult(sheet => ApiAnswers.Json(CatalogAnswers.Of(sheet)));

    private static async Task<IResult> SaveAsync(string? code, HttpContext context, IUseCase<SaveVersion, VersionSaved> save, CancellationToken ct)
    {
        var staff = await context.MinistryStaffAsync(ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<JsonObject>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        return (await save.HandleAsync(new SaveVersion(staff.Value, code, body.Value, key.Value), ct)).ToResult(saved =>
        {
            context.Response.Headers.Location = $"/api/v1/catalog/services/{saved.Service}";
            return ApiAnswers.Json(saved, StatusCodes.Status201Created);
        });
    }

    private static async Task<IResult> OpenAsync(HttpContext context, CatalogDesk desk, CancellationToken ct)
    {
        var staff = await context.MinistryStaffAsync(ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<ReleaseBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (body.Value.Service is not { Length: > 0 and <= 20 } service) return RequestParts.Wrong("/service", "Tulis kode layanan, misalnya DPM-SIP-04.").ToResult();
        if (body.Value.Version is not { } version) return RequestParts.Wrong("/version", "Tulis nomor versi yang tersimpan.").ToResult();
        var opened = await desk.OpenAsync(staff.Value, service, version, key.Value, ct);
        // What the body names must exist; the address itself was right.
        if (opened.Problem is { Kind: ProblemKind.NotFound } missing) return RequestParts.Wrong(missing.Code == "service-not-found" ? "/service" : "/version", missing.Detail).ToResult();
        return opened.ToResult(view =>
        {
            context.Response.Headers.Location = $"/api/v1/catalog/releases/{view.Id}";
            context.Response.Headers.ETag = $"\"{view.Version}\"";
            return ApiAnswers.Json(CatalogAnswers.Of(view), StatusCodes.Status201Created);
        });
    }

    private static async Task<IResult> PreviewAsync(Guid id, IUseCase<ReadRelease, ReleaseView> read, IUseCase<PreviewRelease, ReleasePreview> preview, CancellationToken ct)
    {
        var release = await read.HandleAsync(new ReadRelease(id), ct);
        return release.Succeeded ? (await preview.HandleAsync(new PreviewRelease(release.Value.Service, release.Value.ServiceVersion), ct)).ToResult(p => ApiAnswers.Json(CatalogAnswers.Of(p))) : release.Problem.ToResult();
    }

    private static async Task<IResult> CheckAsync(Guid id, HttpContext context, CatalogDesk desk, CancellationToken ct)
    {
        var staff = await context.MinistryStaffAsync(ct);
        return staff.Succeeded ? (await desk.CheckAsync(staff.Value, id, ct)).ToResult(view => ApiAnswers.Versioned(context, CatalogAnswers.Of(view), view.Version)) : staff.Problem.ToResult();
    }

    private static async Task<IResult> MoveAsync(Guid id, ReleaseAction action, HttpContext context, CatalogDesk desk, CancellationToken ct)
    {
        var staff = await context.MinistryStaffAsync(ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var places = new PlacesBody([], []);
        if (action is ReleaseAction.Start or ReleaseAction.Widen or ReleaseAction.RollBackOne)
        {
            var body = await JsonBody.ReadAsync<PlacesBody>(context);
            if (!body.Succeeded) return body.Problem.ToResult();
            places = body.Value;
        }

        var moved = await desk.MoveAsync(new MoveRelease(staff.Value, id, action, [.. (places.Regencies ?? []).Select(c => c ?? "")], [.. (places.Provinces ?? []).Select(c => c ?? "")], seen.Value.Version), ct);
        if (moved.Problem is { Kind: ProblemKind.Stale, Current: ReleaseView current } stale) return (stale with { Current = CatalogAnswers.Of(current) }).ToResult();
        if (moved.Value is not { } view) return moved.Problem!.ToResult();
        context.Response.Headers.ETag = $"\"{view.Version}\"";
        // The same call by another person completes it.
        return view.AskedForAll && action == ReleaseAction.PublishToAll ? ApiAnswers.Json(CatalogAnswers.Pending(view), StatusCodes.Status202Accepted) : ApiAnswers.Json(CatalogAnswers.Of(view));
    }

    private static async Task<IResult> ConformanceAsync(HttpContext context, IUseCase<ReadConformance, Conformance> read, IServiceCatalog nation, CancellationToken ct) =>
        (await read.HandleAsync(new ReadConformance(), ct)).ToResult(all => CatalogAnswers.Page(context, all, nation));
}
