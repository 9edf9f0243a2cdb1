using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Citizen.Visits;

/// <summary>
/// Recognises a browser that books, by a random name that we leave in it and by nothing about the machine itself. It is kept as a keyed hash only, and
/// a person may delete it: the limits per person and telephone hold without it.
/// </summary>
internal sealed class BookingDevice(IOptions<PlatformOptions> platform)
{
    private const int Length = 20;
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    private string Cookie => HostCookie.IsHttps(platform.Value) ? "__Host-mpp-perangkat" : "mpp-perangkat";

    public BookingSource SourceOf(HttpContext http)
    {
        var known = http.Request.Cookies[Cookie] is { Length: Length } text ? Crockford.Normalise(text) : null;
        // A program that calls with a token has no browser to remember anything.
        if (known is null && http.Request.Headers.Authorization.Count == 0)
        {
            known = Crockford.New(Length);
            http.Response.Cookies.Append(Cookie, known, new CookieOptions { Path = "/", MaxAge = Life, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = HostCookie.IsHttps(platform.Value), IsEssential = true });
        }

        return new BookingSource(known ?? "", http.Connection.RemoteIpAddress);
    }
}
