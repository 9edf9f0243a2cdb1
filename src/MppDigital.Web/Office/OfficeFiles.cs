using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Web.Api;

namespace MppDigital.Web.Office;

/// <summary>An applicant's file as the browser shows it. It came from a stranger, so it may run nothing and load nothing.</summary>
internal static class OfficeFiles
{
    // Browsers refuse to open their own PDF viewer in a sandboxed page, and that viewer is a sandbox itself.
    private const string PdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public static string PathOf(string number, Guid file) => $"/petugas/permohonan/{Uri.EscapeDataString(number)}/berkas/{file}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/petugas/permohonan/{number}/berkas/{file:guid}", ReadAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(string number, Guid file, HttpContext context, Callers callers, IUseCase<ReadApplicantFile, ApplicantFile> read, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        if (!staff.Succeeded) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var found = await read.HandleAsync(new ReadApplicantFile(staff.Value, number, file), ct);
        if (!found.Succeeded) return Results.StatusCode(ApiAnswers.StatusOf(found.Problem.Kind));
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = found.Value.ContentType == "application/pdf" ? PdfPolicy : "default-src 'none'; frame-ancestors 'none'; sandbox";
        headers.ContentDisposition = "inline";
        return Results.Bytes(found.Value.Content, found.Value.ContentType);
    }
}
