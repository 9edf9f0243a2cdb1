using Microsoft.AspNetCore.WebUtilities;
using MppDigital.National.Residents.Requests;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Api;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;

namespace MppDigital.Web.MyData;

internal static class CopyDownload
{
    /// <summary><c>/akun/permintaan/{id}/salinan</c>: the packed copy, behind a second factor shown just now.</summary>
    public static void Map(IEndpointRouteBuilder routes, string host) =>
        routes.MapGet("/akun/permintaan/{id:guid}/salinan", ReadAsync).RequireHost(host).RequireAuthorization(ApiPolicies.Citizen).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, IUseCase<FetchCopy, FetchedCopy> fetch, StepUpRule stepUp, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await fetch.HandleAsync(new FetchCopy(Callers.SubOf(http), id, stepUp.IsMetBy(http.User)), ct);
        if (found.Succeeded) return Results.File(found.Value.Content, "application/zip", found.Value.FileName);
        if (found.Problem.Kind == ProblemKind.NotFound) return Results.NotFound();
        // Back to the page and not to the file: a download must begin with a click.
        return StepUpAnswer.Fits(found.Problem)
            ? Results.Redirect(QueryHelpers.AddQueryString(SignInEndpoints.BeginPath, new Dictionary<string, string?> { ["returnUrl"] = $"/akun/permintaan/{id}", [SignInEndpoints.StepUpKey] = "ya" }))
            : Results.Redirect($"/akun/permintaan/{id}");
    }
}
