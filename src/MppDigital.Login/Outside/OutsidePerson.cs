using System.Globalization;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MppDigital.Login.Sessions;
using MppDigital.Platform.Identification;

namespace MppDigital.Login.Outside;

/// <summary>Whom the outside provider vouches for. Everything but <see cref="Sub"/> may have been declined.</summary>
/// <param name="FaceChecked">Compared with the register just now; else only known to the provider.</param>
internal sealed record OutsidePerson(string Sub, bool FaceChecked)
{
    public string? Nik { get; private init; }

    public string? Name { get; private init; }

    public DateOnly? BirthDate { get; private init; }

    /// <summary>International form; only where the provider says that it verified it.</summary>
    public string? Phone { get; private init; }

    public string? Email { get; private init; }

    /// <summary>For our own <c>amr</c>.</summary>
    public string Methods { get; private init; } = "";

    /// <param name="userInfo">Undefined where the provider has no such endpoint.</param>
    public static OutsidePerson From(JsonWebToken token, JsonElement userInfo, bool faceChecked, string nikClaim)
    {
        var signed = JsonSerializer.Deserialize<JsonElement>(Base64UrlEncoder.Decode(token.EncodedPayload));
        var nik = Text(nikClaim)?.Replace(" ", "", StringComparison.Ordinal);
        return new OutsidePerson(token.Subject, faceChecked)
        {
            Nik = nik,
            Name = Text("name")?.Trim() is { Length: >= 2 and <= 100 } name && UnicodeText.IsPlain(name) && name.Any(char.IsLetter) ? name : null,
            BirthDate = DateOnly.TryParseExact(Text("birthdate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null,
            Phone = IsTrue("phone_number_verified") && IndonesianPhone.TryNormalize(Text("phone_number"), out var phone) ? phone : null,
            Email = IsTrue("email_verified") && Text("email") is { } email && SignIn.RegisterAccountHandler.IsEmail(email) ? email : null,
            Methods = faceChecked ? SignInMethods.FaceOutside : SignInMethods.Outside(MethodsOf(token)),
        };

        string? Text(string claim) => Value(claim) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 and <= 300 } text ? text : null;

        bool IsTrue(string claim) => Value(claim)?.ValueKind == JsonValueKind.True;

        // What is signed counts before what is only sent.
        JsonElement? Value(string claim) =>
            signed.TryGetProperty(claim, out var said) ? said
            : userInfo.ValueKind == JsonValueKind.Object && userInfo.TryGetProperty(claim, out var sent) ? sent
            : null;
    }

    private static string[] MethodsOf(JsonWebToken token) => token.TryGetPayloadValue<string[]>("amr", out var methods) ? methods : [];
}
