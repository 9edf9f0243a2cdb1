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

    public static bool IsStrong(string methods) => methods.EndsWith("mfa", StringComparison.Ordinal);
}
