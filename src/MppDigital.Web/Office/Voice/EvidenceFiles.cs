using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Web.Api;

namespace MppDigital.Web.Office.Voice;

/// <summary>Evidence as the browser shows it. It came from a stranger, so it may run nothing and load nothing.</summary>
internal static class EvidenceFiles
{
    public static string PathOf(string number, Guid file) => $"/petugas/pengaduan/{Uri.EscapeDataString(number)}/bukti/{file}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/petugas/pengaduan/{number}/bukti/{file:guid}", ReadAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(string number, Guid file, HttpContext context, Callers callers, IUseCase<ReadEvidence, EvidenceContent> read, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        if (!staff.Succeeded) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var found = await read.HandleAsync(new ReadEvidence(staff.Value, number, file), ct);
        if (!found.Succeeded) return Results.StatusCode(ApiAnswers.StatusOf(found.Problem.Kind));
        var isPdf = found.Value.ContentType == "application/pdf";
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        // A PDF is saved, not shown: a browser's reader would run in our own origin.
        headers.ContentDisposition = isPdf ? $"attachment; filename=\"bukti-{file:N}.pdf\"" : "inline";
        return Results.Bytes(found.Value.Content, found.Value.ContentType);
    }
}
