using System.Globalization;
using System.Security.Claims;
using System.Text.Json;

namespace MppDigital.Web.SignIn;

/// <summary>Who is signed in, as far as this host was told.</summary>
/// <param name="Nik">16 digits; null for staff and where the scope was not granted.</param>
internal sealed record SignedInPerson(string Sub, string? Name, string? Nik, string? Phone, string? Email, DateOnly? BirthDate, string? UserName)
{
    /// <summary>A cookie carries all of it, encrypted; a token only <c>sub</c>.</summary>
    public static SignedInPerson? FromClaims(ClaimsPrincipal user) =>
        user.FindFirst(SignInClaims.Sub)?.Value is { } sub ? Of(sub, name => user.FindFirst(name)?.Value) : null;

    public static SignedInPerson FromProvider(JsonElement person) =>
        Of(person.GetProperty(SignInClaims.Sub).GetString()!, name => person.TryGetProperty(name, out var value) ? value.GetString() : null);

    private static SignedInPerson Of(string sub, Func<string, string?> read) => new(
        sub,
        read(SignInClaims.Name),
        read(SignInClaims.Nik),
        read(SignInClaims.Phone),
        read(SignInClaims.Email),
        DateOnly.TryParseExact(read(SignInClaims.BirthDate), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth) ? birth : null,
        read(SignInClaims.UserName));
}
