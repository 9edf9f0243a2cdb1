using MppDigital.National.Ministry;
using MppDigital.National.Rollout;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>The ministry's host: progress for everybody, the rest for its staff. Reads the national database alone.</summary>
internal static class MinistryApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rollout/summary", SummaryAsync).AllowAnonymous().WithTags("Kemajuan");
        var rollout = api.MapGroup("/rollout/regencies").RequireMinistryStaff().WithTags("Kemajuan");
        rollout.MapGet("", RegenciesAsync);
        rollout.MapGet("/{code}", RegencyAsync);
        rollout.MapPut("/{code}", RecordAsync);
        api.MapGroup("/tenants").RequireMinistryStaff().WithTags("Daerah").MapGet("", Tenants);
    }

    internal sealed record FactBody(RolloutEvent? Event, DateOnly? On, string? Source);

    private static async Task<IResult> SummaryAsync(HttpContext context, IUseCase<GetRolloutSummary, RolloutSummary> get, CancellationToken ct)
    {
        var asOf = QueryParts.Date(context, "asOf");
        if (!asOf.Succeeded) return asOf.Problem.ToResult();
        var divisor = QueryParts.Number(context, "base", RolloutBase.Regencies);
        if (!divisor.Succeeded) return divisor.Problem.ToResult();
        return (await get.HandleAsync(new GetRolloutSummary(asOf.Value.Day, divisor.Value), ct)).ToResult(summary => ApiAnswers.Json(RolloutAnswers.Of(summary)));
    }

    private static async Task<IResult> RegenciesAsync(HttpContext context, IUseCase<ListRolloutRegencies, RolloutRegencies> list, CancellationToken ct)
    {
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        var query = context.Request.Query;
        return (await list.HandleAsync(new ListRolloutRegencies(query["stage"], query["province"], paging.Value.After, paging.Value.Limit), ct)).ToResult(page => ApiAnswers.Json(page));
    }

    private static async Task<IResult> RegencyAsync(string code, HttpContext context, IUseCase<GetRolloutRegency, RolloutRegencySheet> get, CancellationToken ct) =>
        RegencyCode.TryParse(code, out var regency)
            ? (await get.HandleAsync(new GetRolloutRegency(regency), ct)).ToResult(sheet => ApiAnswers.Versioned(context, RolloutAnswers.Of(sheet), sheet.Version))
            : UnknownCode.ToResult();

    private static async Task<IResult> RecordAsync(string code, HttpContext context, IUseCase<RecordRolloutFact, RolloutRegencySheet> record, CancellationToken ct)
    {
        var staff = await context.MinistryStaffAsync(ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        if (!staff.Value.Is(MinistryRole.Analyst)) return AnalystsOnly.ToResult();
        if (!RegencyCode.TryParse(code, out var regency)) return UnknownCode.ToResult();
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        if (seen.Value.Version is not { } version) return VersionNeeded.ToResult();
        var body = await JsonBody.ReadAsync<FactBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (body.Value.Event is not { } step) return RequestParts.Wrong("/event", "Tulis peristiwanya, misalnya inaugurated.").ToResult();
        if (body.Value.On is not { } day) return RequestParts.Wrong("/on", "Tulis tanggalnya, misalnya 2026-11-24.").ToResult();
        var recorded = await record.HandleAsync(new RecordRolloutFact(regency, step, day, body.Value.Source ?? "", version, staff.Value.Sub), ct);
        if (recorded.Problem is { Kind: ProblemKind.Stale, Current: RolloutRegencySheet current } stale) return (stale with { Current = RolloutAnswers.Of(current) }).ToResult();
        return recorded.ToResult(sheet => ApiAnswers.Versioned(context, RolloutAnswers.Of(sheet), sheet.Version));
    }

    private static IResult Tenants(HttpContext context, ITenantDirectory directory) =>
        QueryParts.Page(context, directory.All, r => r.Code.Value, r => new { code = r.Code.Value, name = r.Name, slug = r.Slug, province = r.Province, stage = r.Stage, database = r.Database, zone = r.ZoneAbbreviation });

    private static readonly Problem UnknownCode = new(ProblemKind.NotFound, "regency-not-found", "Daerah itu tidak terdaftar. Periksa kodenya, misalnya 13.75.") { DetailEn = "There is no such regency. Check the code, for example 13.75." };

    private static readonly Problem AnalystsOnly = new(ProblemKind.Forbidden, "analysts-only", "Fakta kemajuan dicatat oleh analis.") { DetailEn = "Facts of the rollout are recorded by analysts." };

    private static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan If-Match dari ETag yang terakhir dibaca.") { DetailEn = "Send If-Match with the ETag last read." };
}
