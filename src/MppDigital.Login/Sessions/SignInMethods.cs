namespace MppDigital.Login.Sessions;

/// <summary>Ways to prove who one is, as authentication method references (RFC 8176, section 2).</summary>
internal static class SignInMethods
{
    public const string Password = "pwd";

    public const string PasswordAndCode = "pwd otp mfa";

    /// <summary>A recovery code is a second secret that one knows: RFC 8176 has no name for it but <c>mfa</c>.</summary>
    public const string PasswordAndRecoveryCode = "pwd mfa";

    /// <summary>A key in a device, unlocked by its owner.</summary>
    public const string Passkey = "hwk user mfa";

    /// <summary>The outside provider compared the face, by a device that only its owner opens.</summary>
    public const string FaceOutside = "face mfa";

    /// <summary>First factors that an outside provider may tell us of, by the register of RFC 8176; whatever else it writes is dropped.</summary>
    private static readonly string[] FirstFactors = ["fpt", "hwk", "otp", "pin", "pop", "pwd", "sms", "swk", "user"];

    /// <summary>One factor, however many the provider names: it was not the one that we trust as two.</summary>
    public static string Outside(IEnumerable<string> named) => string.Join(' ', named.Where(FirstFactors.Contains).Distinct().Order(StringComparer.Ordinal).Take(4));

    /// <param name="first">Of the session that waited.</param>
    /// <param name="both">What a password and the second factor would make.</param>
    public static string After(string first, string both) => first == Password ? both : $"{first} {both[(Password.Length + 1)..]}".Trim();

    public static bool IsStrong(string methods) => methods.EndsWith("mfa", StringComparison.Ordinal);
}
