using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Web.Api;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>
/// For whom a form is filled in: kept sealed in the browser, for one account and one service, so that nobody files the next thing in
/// somebody else's name by having forgotten. Whether the mandate holds is asked anew on every page.
/// </summary>
internal sealed class ForWhom(Callers callers, Acting acting, Sealed seals)
{
    private const string Cookie = "mpp-untuk";
    private const string Forms = "/layanan";

    private static readonly TimeSpan Life = TimeSpan.FromHours(20);

    /// <summary>Where it is chosen, beside any page of one form.</summary>
    public static string PageOf(HttpContext http) => $"{string.Join('/', (http.Request.Path.Value ?? "").Split('/').Take(4))}/untuk";

    public async Task<Outcome<Applicant>> ApplicantAsync(HttpContext http, string service, CancellationToken ct) =>
        ChosenFor(http, service) is { } mandate ? await acting.ApplicantAsync(http, mandate, service, ct) : await callers.ApplicantAsync(http, ct);

    /// <summary>The mandate chosen for this service; null for oneself.</summary>
    public Guid? ChosenFor(HttpContext http, string service) =>
        seals.Find<Choice>(http, Cookie) is { } choice && choice.Sub == Callers.SubOf(http) && choice.Service == service ? choice.Mandate : null;

    /// <param name="mandate">Null for oneself.</param>
    public void Choose(HttpContext http, Guid? mandate, string service)
    {
        if (mandate is { } id) seals.Keep(http, Cookie, Forms, new Choice(Callers.SubOf(http), id, service), Life);
        else seals.Drop(http, Cookie, Forms);
    }

    private sealed record Choice(string Sub, Guid Mandate, string Service);
}
