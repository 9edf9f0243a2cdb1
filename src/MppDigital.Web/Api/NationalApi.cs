using Microsoft.Extensions.Options;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Definitions;
using MppDigital.National.Registry;
using MppDigital.National.Verification;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>The apex: what the nation knows and anyone may read.</summary>
internal static class NationalApi
{
    private const int MostWords = 100;

    public static void Map(RouteGroupBuilder api)
    {
        var open = api.MapGroup("").AllowAnonymous().WithTags("Nasional");
        open.MapGet("/regencies", RegenciesAsync);
        open.MapGet("/services", ServicesAsync);
        open.MapGet("/verify/{code}", VerifyAsync);
        open.MapGet("/catalog/schema", Schema);
        open.MapGet("/open-data/regencies.csv", OpenData.Regencies);
        open.MapGet("/open-data/services.csv", OpenData.Services);
        open.MapGet("/open-data/services.jsonld", PublicServiceVocabulary.Write);
        open.MapGet("/open-data/rollout.csv", OpenData.RolloutAsync);
        open.MapGet("/open-data/rollout-regencies.csv", OpenData.RolloutRegenciesAsync);
    }

    private static IResult Schema(IOptions<PlatformOptions> platform) => Results.Text(DefinitionSchema.Write(platform.Value.PublicOrigin), "application/schema+json");

    private static async Task<IResult> RegenciesAsync(HttpContext context, IUseCase<FindRegencies, FoundRegencies> find, ITenantDirectory directory, IOptions<PlatformOptions> platform, CancellationToken ct)
    {
        var words = context.Request.Query["q"].ToString();
        if (words.Length > MostWords) return RequestParts.Wrong("/q", $"Tulis paling banyak {MostWords} huruf.").ToResult();
        if (words.Trim().Length == 0)
        {
            var province = context.Request.Query["province"].ToString();
            return QueryParts.Page(context, [.. directory.All.Where(r => province.Length == 0 || r.ProvinceCode == province)], r => r.Code.Value, r => Of(r, platform.Value));
        }

        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        return (await find.HandleAsync(new FindRegencies(words, Limit: paging.Value.Limit), ct)).ToResult(found => ApiAnswers.Json(new { items = found.Items.Select(f => Of(f.Regency, platform.Value)), next = (string?)null, guessed = found.Guessed }));
    }

    private static async Task<IResult> ServicesAsync(HttpContext context, IUseCase<SearchServices, FoundServices> search, IServiceCatalog catalog, CancellationToken ct)
    {
        var words = context.Request.Query["q"].ToString();
        if (words.Length > MostWords) return RequestParts.Wrong("/q", $"Tulis paling banyak {MostWords} huruf.").ToResult();
        if (words.Trim().Length == 0) return QueryParts.Page(context, catalog.Published, s => s.Code, Of);
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        return (await search.HandleAsync(new SearchServices(words, Limit: paging.Value.Limit), ct)).ToResult(found => ApiAnswers.Json(new { items = found.Items.Select(Of), next = (string?)null, guessed = found.Guessed }));
    }

    private static async Task<IResult> VerifyAsync(string code, IUseCase<VerifyDocument, DocumentCheck> verify, CancellationToken ct) =>
        (await verify.HandleAsync(new VerifyDocument(code), ct)).ToResult(check => check.Document is { } document ? ApiAnswers.Json(new { verdict = check.Verdict, document = Of(document) }) : UnknownDocument.ToResult());

    private static object Of(Regency regency, PlatformOptions platform) => new
    {
        code = regency.Code.Value,
        name = regency.Name,
        slug = regency.Slug,
        provinceCode = regency.ProvinceCode,
        province = regency.Province,
        stage = regency.Stage,
        zone = regency.ZoneAbbreviation,
        latitude = regency.Latitude,
        longitude = regency.Longitude,
        url = platform.OriginOf(regency.Slug),
    };

    private static object Of(PublishedService service) => new
    {
        code = service.Code,
        name = service.Definition.NameId,
        nameEn = service.Definition.NameEn,
        shortName = service.Definition.ShortName,
        agency = service.Definition.Agency.Code,
        mode = service.Definition.Delivery.Mode,
        workingDays = service.Definition.ProcessingTime.CatalogStandardWorkingDays,
        fee = service.Definition.Fee.AmountIdr,
        version = service.Version,
    };

    private static object Of(VerifiedDocument document) => new
    {
        code = document.Code,
        product = document.Product,
        number = document.DocumentNumber,
        holder = document.HolderInitials,
        regency = document.Regency.Name,
        regencyCode = document.Regency.Code.Value,
        service = document.ServiceCode,
        issuedAt = TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(document.IssuedAt, DateTimeKind.Utc)), document.Regency.Zone),
        validUntil = document.ValidUntil,
        deemed = document.Deemed,
        replacedBy = document.ReplacedBy,
        statusChangedAt = document.StatusChangedAt is { } changed ? TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(changed, DateTimeKind.Utc)), document.Regency.Zone) : (DateTimeOffset?)null,
        sha256 = document.Sha256,
        signature = document.Signature is { } made
            ? new { by = made.By, at = TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(made.At, DateTimeKind.Utc)), document.Regency.Zone), certificateSerial = made.CertificateSerial, algorithm = made.Algorithm, covers = "whole-document" }
            : null,
    };

    private static readonly Problem UnknownDocument = new(ProblemKind.NotFound, "document-not-found", "Tidak ada dokumen dengan kode ini. Periksa ke-16 huruf dan angkanya.") { DetailEn = "There is no document with this code. Check its 16 letters and digits." };
}
