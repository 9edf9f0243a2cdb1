using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Api;

/// <summary>The queue of documents that wait for their signer.</summary>
internal static class SigningApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        var desk = api.MapGroup("/officer/signatures").RequireAuthorization(ApiPolicies.Staff).WithTags("Tanda tangan");
        desk.MapGet("", (HttpContext context, Callers callers, IUseCase<ReadDocumentsToSign, DocumentsToSign> read, CancellationToken ct) =>
            AsStaffAsync(context, callers, async staff => (await read.HandleAsync(new ReadDocumentsToSign(staff), ct)).ToResult(queue => ApiAnswers.Json(queue)), ct)).Produces<DocumentsToSign>();
        desk.MapPut("/certificate", EnrolAsync).Accepts<CertificateBody>(Json).Produces<SignerView>();
        desk.MapPost("/sign", SignAsync).Accepts<SignBody>(Json).Produces<SignedAnswer>();
        api.MapGroup("/admin").RequireAuthorization(ApiPolicies.Staff).WithTags("Admin daerah").MapGet("/signers", (HttpContext context, Callers callers, IUseCase<ListSigners, IReadOnlyList<SignerView>> list, CancellationToken ct) =>
            AsStaffAsync(context, callers, async staff => (await list.HandleAsync(new ListSigners(staff), ct)).ToResult(items => ApiAnswers.Json(new { items })), ct));
    }

    internal sealed record CertificateBody(string? Nik)
    {
        public override string ToString() => "signer";
    }

    /// <param name="Documents">Ids of the queue.</param>
    /// <param name="Passphrase">Of the caller's certificate; goes to the authority with this call and is kept nowhere.</param>
    internal sealed record SignBody(IReadOnlyList<Guid?>? Documents, string? Passphrase)
    {
        public override string ToString() => "documents to sign";
    }

    internal sealed record SignedAnswer(IEnumerable<SignedRow> Items);

    /// <param name="Signed">False: <paramref name="Code"/> and <paramref name="Detail"/> say why; it can be sent again.</param>
    internal sealed record SignedRow(Guid Id, string Number, bool Signed, string? Code, string? Detail);

    private static async Task<IResult> EnrolAsync(HttpContext context, Callers callers, IUseCase<EnrolSigner, SignerView> enrol, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<CertificateBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        return await AsStaffAsync(context, callers, async staff => (await enrol.HandleAsync(new EnrolSigner(staff, body.Value.Nik ?? ""), ct)).ToResult(view => ApiAnswers.Json(view)), ct);
    }

    private static async Task<IResult> SignAsync(HttpContext context, Callers callers, IUseCase<SignDocuments, IReadOnlyList<SignedDocument>> sign, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<SignBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var documents = body.Value.Documents ?? [];
        for (var i = 0; i < documents.Count; i++)
        {
            if (documents[i] is null) return RequestParts.Wrong($"/documents/{i}", "Tulis id dokumen dari antrean.").ToResult();
        }

        return await AsStaffAsync(
            context, callers,
            async staff => (await sign.HandleAsync(new SignDocuments(staff, [.. documents.OfType<Guid>()], body.Value.Passphrase ?? ""), ct)).ToResult(signed => ApiAnswers.Json(
                new SignedAnswer(signed.Select(s => new SignedRow(s.Id, s.Number, s.Problem is null, s.Problem?.Code, s.Problem is { } why ? Language.Pick(why.Detail, why.DetailEn) : null))))), ct);
    }

    private static async Task<IResult> AsStaffAsync(HttpContext context, Callers callers, Func<StaffMember, Task<IResult>> use, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? await use(staff.Value) : staff.Problem.ToResult();
    }
}
