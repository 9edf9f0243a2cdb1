using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Documents;
using MppDigital.Web.Api;

namespace MppDigital.Web.Citizen.Applications;

internal static class DocumentDownload
{
    /// <summary><c>/permohonan/{number}/dokumen</c>: the issued PDF, for its owner.</summary>
    public static void Map(IEndpointRouteBuilder routes, string host) =>
        routes.MapGet("/permohonan/{number}/dokumen", ReadAsync).RequireHost(host).RequireAuthorization(ApiPolicies.Citizen).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(string number, HttpContext http, Acting acting, IUseCase<ReadIssuedDocument, IssuedFile> read, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await read.HandleAsync(new ReadIssuedDocument(await acting.SubOfAsync(http, number, ct), number), ct);
        return found.Succeeded ? Results.File(found.Value.Content, "application/pdf", found.Value.FileName) : found.Problem.Code == "fee-not-paid" ? Results.Redirect($"/permohonan/{number}/bayar") : Results.NotFound();
    }
}
