using System.Text.Json;
using MppDigital.Platform.Files;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.LifeEvents;

namespace MppDigital.Web.Api;

/// <summary>A citizen's own drafts, files and applications.</summary>
internal static class ApplicationsApi
{
    private const string Json = "application/json";

    /// <summary>Room for the multipart frame around the largest file.</summary>
    private const long MostUpload = FileStore.MostBytes + (64 * 1024);

    public static void Map(RouteGroupBuilder api)
    {
        var own = api.MapGroup("").RequireAuthorization(ApiPolicies.Citizen).WithTags("Permohonan");
        own.MapPost("/drafts", CreateDraftAsync).Accepts<DraftBody>(Json).Produces<DraftView>(201);
        own.MapPut("/drafts/{id:guid}", SaveDraftAsync).Accepts<DraftBody>(Json).Produces<DraftView>();
        own.MapGet("/drafts/{id:guid}", ReadDraftAsync).Produces<DraftView>();
        own.MapPost("/documents", UploadAsync).Accepts<IFormFile>("multipart/form-data").Produces<UploadedDocument>(201);
        own.MapPost("/applications", SubmitAsync).Accepts<FilingBody>(Json).Produces<Receipt>(201);
        own.MapGet("/applications", ListAsync).Produces<Page<MyApplication>>();
        own.MapGet("/applications/{number}", ReadAsync).Produces<ApplicationView>();
        own.MapPost("/applications/{number}/withdraw", WithdrawAsync).Produces<ApplicationView>();
        own.MapPost("/applications/{number}/correct", CorrectAsync).Accepts<CorrectionBody>(Json).Produces<ApplicationView>();
        own.MapGet("/applications/{number}/document", DocumentAsync).Produces(200, contentType: "application/pdf");
        own.MapGet("/applications/{number}/documents", DocumentsAsync);
        api.MapPost("/tracking", TrackAsync).Accepts<TrackingBody>(Json).Produces<TrackedApplication>().AllowAnonymous().WithTags("Permohonan");
    }

    internal sealed record DraftBody(string? Service, JsonElement Data, IReadOnlyList<DocumentBody>? Documents);

    internal sealed record DocumentBody(string? Requirement, Guid? Document);

    /// <param name="CatalogVersion">Of the form that the answers were written for, as <c>GET services/{code}</c> told it; left out it is taken to be the one in force.</param>
    internal sealed record FilingBody(string? Service, string? OnBehalfOf, JsonElement Data, IReadOnlyList<DocumentBody>? Documents, int? CatalogVersion = null);

    internal sealed record CorrectionBody(JsonElement Data, IReadOnlyList<DocumentBody>? Documents);

    internal sealed record TrackingBody(string? Number, string? Secret);

    private static async Task<IResult> CreateDraftAsync(HttpContext context, IUseCase<SaveDraft, DraftView> save, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<DraftBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var documents = Documents(body.Value.Documents);
        if (!documents.Succeeded) return documents.Problem.ToResult();
        if (body.Value.Service is not { Length: > 0 and <= 20 } service) return RequestParts.Wrong("/service", "Tulis kode layanan, misalnya DPM-SIP-04.").ToResult();
        var saved = await save.HandleAsync(new SaveDraft(Callers.SubOf(context), service, null, null, new DraftContent(Object(body.Value.Data), documents.Value), key.Value), ct);
        return saved.ToResult(draft =>
        {
            context.Response.Headers.Location = $"/api/v1/drafts/{draft.Id}";
            context.Response.StatusCode = 201;
            return ApiAnswers.Versioned(context, draft, draft.Version);
        });
    }

    private static async Task<IResult> SaveDraftAsync(Guid id, HttpContext context, IUseCase<SaveDraft, DraftView> save, CancellationToken ct)
    {
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var body = await JsonBody.ReadAsync<DraftBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var documents = Documents(body.Value.Documents);
        if (!documents.Succeeded) return documents.Problem.ToResult();
        return (await save.HandleAsync(new SaveDraft(Callers.SubOf(context), "", id, seen.Value.Version, new DraftContent(Object(body.Value.Data), documents.Value)), ct))
            .ToResult(draft => ApiAnswers.Versioned(context, draft, draft.Version));
    }

    private static async Task<IResult> ReadDraftAsync(Guid id, HttpContext context, IUseCase<ReadDraft, DraftView> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadDraft(Callers.SubOf(context), id, null), ct)).ToResult(draft => ApiAnswers.Versioned(context, draft, draft.Version));

    private static async Task<IResult> UploadAsync(HttpContext context, IUseCase<UploadDocument, UploadedDocument> upload, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var form = await UploadForm.ReadAsync(context, MostUpload);
        if (!form.Succeeded) return form.Problem.ToResult();
        await using var content = form.Value.File.OpenReadStream();
        return (await upload.HandleAsync(new UploadDocument(Callers.SubOf(context), content, form.Value.Requirement, key.Value), ct)).ToResult(file => ApiAnswers.Json(file, 201));
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, Callers callers, Acting acting, IUseCase<SubmitApplication, Receipt> submit, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<FilingBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var filing = body.Value;
        if (filing.Service is not { Length: > 0 and <= 20 } service) return RequestParts.Wrong("/service", "Tulis kode layanan, misalnya DPM-SIP-04.").ToResult();
        Guid? mandate = null;
        if (filing.OnBehalfOf is { } given)
        {
            if (!Guid.TryParse(given, out var id)) return RequestParts.Wrong("/onBehalfOf", "Tulis id kuasa dari GET me/mandates di portal nasional, atau kosongkan isian ini.").ToResult();
            mandate = id;
        }

        var documents = Documents(filing.Documents);
        if (!documents.Succeeded) return documents.Problem.ToResult();
        var applicant = mandate is { } under ? await acting.ApplicantAsync(context, under, service.ToUpperInvariant(), ct) : await callers.ApplicantAsync(context, ct);
        if (!applicant.Succeeded) return applicant.Problem.ToResult();
        return (await submit.HandleAsync(new SubmitApplication(applicant.Value, key.Value, service, Object(filing.Data), documents.Value, null, filing.CatalogVersion), ct)).ToResult(receipt =>
        {
            context.Response.Headers.Location = $"/api/v1/applications/{receipt.Number}";
            return ApiAnswers.Json(receipt, 201);
        });
    }

    private static async Task<IResult> ListAsync(HttpContext context, IUseCase<ListMyApplications, Page<MyApplication>> list, CancellationToken ct)
    {
        var paging = RequestParts.Paging(context);
        return paging.Succeeded
            ? (await list.HandleAsync(new ListMyApplications(Callers.SubOf(context), paging.Value.Limit, paging.Value.After), ct)).ToResult(page => ApiAnswers.Json(page))
            : paging.Problem.ToResult();
    }

    private static async Task<IResult> ReadAsync(string number, HttpContext context, Acting acting, IUseCase<ReadApplication, ApplicationView> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadApplication(await acting.SubOfAsync(context, number, ct), number), ct)).ToResult(view => ApiAnswers.Versioned(context, view, view.Version));

    private static async Task<IResult> WithdrawAsync(string number, HttpContext context, Acting acting, IUseCase<WithdrawApplication, ApplicationView> withdraw, CancellationToken ct)
    {
        var party = await acting.PartyAsync(context, number, ct);
        return (await withdraw.HandleAsync(new WithdrawApplication(party.Sub, number, party.By), ct)).ToResult(view => ApiAnswers.Versioned(context, view, view.Version));
    }

    private static async Task<IResult> CorrectAsync(string number, HttpContext context, Acting acting, IUseCase<CorrectApplication, ApplicationView> correct, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<CorrectionBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var documents = Documents(body.Value.Documents);
        if (!documents.Succeeded) return documents.Problem.ToResult();
        var applicant = await acting.ApplicantOfAsync(context, number, ct);
        if (!applicant.Succeeded) return applicant.Problem.ToResult();
        return (await correct.HandleAsync(new CorrectApplication(applicant.Value, number, body.Value.Data, documents.Value), ct)).ToResult(view => ApiAnswers.Versioned(context, view, view.Version));
    }

    private static async Task<IResult> DocumentAsync(string number, HttpContext context, Acting acting, IUseCase<ReadIssuedDocument, IssuedFile> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadIssuedDocument(await acting.SubOfAsync(context, number, ct), number), ct)).ToResult(file => Results.File(file.Content, "application/pdf", file.FileName));

    private static async Task<IResult> DocumentsAsync(string number, HttpContext context, Acting acting, IUseCase<ReadMyDocuments, Page<DocumentLife>> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadMyDocuments(await acting.SubOfAsync(context, number, ct), number), ct)).ToResult(page => ApiAnswers.Json(page));

    private static async Task<IResult> TrackAsync(HttpContext context, IUseCase<TrackApplication, TrackedApplication> track, IUseCase<TrackLifeEvent, LifeEventView> together, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<TrackingBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (body.Value.Number is not { Length: > 0 and <= 40 } number) return RequestParts.Wrong("/number", "Tulis nomor permohonan dari tanda terima.").ToResult();
        if (body.Value.Secret is not { Length: > 0 and <= 40 } secret) return RequestParts.Wrong("/secret", "Tulis kode rahasia dari tanda terima.").ToResult();
        var all = await together.HandleAsync(new TrackLifeEvent(number, secret), ct);
        if (all.Succeeded || !all.Problem.IsUnknownNumber()) return all.ToResult(view => ApiAnswers.Json(view));
        return (await track.HandleAsync(new TrackApplication(number, secret), ct)).ToResult(view => ApiAnswers.Json(view));
    }

    /// <summary>Left out means empty: the form's own check then names each missing answer.</summary>
    internal static JsonElement Object(JsonElement data) => data.ValueKind == JsonValueKind.Undefined ? JsonSerializer.SerializeToElement(new Dictionary<string, string>()) : data;

    internal static Outcome<IReadOnlyList<GivenDocument>> Documents(IReadOnlyList<DocumentBody>? bodies)
    {
        var given = new List<GivenDocument>();
        foreach (var (i, body) in (bodies ?? []).Index())
        {
            if (body?.Requirement is not { Length: > 0 and <= 40 } requirement || !requirement.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return RequestParts.Wrong($"/documents/{i}/requirement", "Tulis kode persyaratan dari standar layanan ini.");
            if (body.Document is not { } document) return RequestParts.Wrong($"/documents/{i}/document", "Tulis id berkas yang sudah diunggah.");
            given.Add(new GivenDocument(requirement, document));
        }

        return given;
    }
}
