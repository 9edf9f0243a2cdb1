using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Accounts;

/// <summary>Refusals of accounts and of signing in.</summary>
internal static class Problems
{
    /// <summary>One answer for an unknown person, a wrong password and a locked account: nobody learns who has an account.</summary>
    public static Problem WrongCredentials { get; } = new(
        ProblemKind.Unauthenticated,
        "wrong-credentials",
        "NIK, nama pengguna, atau kata sandi tidak cocok. Periksa lalu coba lagi. Setelah 5 kali salah, akun dikunci sebentar.")
    {
        DetailEn = "The NIK, user name or password does not match. Check and try again. After 5 wrong tries the account is locked for a short time.",
    };

    public static Problem WrongCode { get; } = new(
        ProblemKind.Unauthenticated,
        "wrong-code",
        "Kode tidak cocok. Tunggu kode berikutnya di aplikasi Anda, lalu tulis 6 angkanya.")
    {
        DetailEn = "The code does not match. Wait for the next code in your app, then type its 6 digits.",
    };

    public static Problem SignInExpired { get; } = new(
        ProblemKind.Unauthenticated,
        "sign-in-expired",
        "Waktu untuk masuk sudah habis. Masuk sekali lagi.")
    {
        DetailEn = "The time to sign in is over. Sign in once more.",
    };

    public static Problem TooManyTries { get; } = new(
        ProblemKind.TooMany,
        "too-many-tries",
        "Terlalu banyak percobaan dari jaringan ini. Coba lagi 10 menit lagi.")
    {
        DetailEn = "Too many tries from this network. Try again in 10 minutes.",
        RetryAfter = TimeSpan.FromMinutes(10),
    };

    public static Problem NikTaken => Invalid(new() { ["/nik"] = [AccountTexts.NikTaken] }) with { Kind = ProblemKind.Conflict, Code = "nik-taken" };

    public static Problem Invalid(Dictionary<string, string[]> errors) => new(
        ProblemKind.Invalid,
        "invalid-registration",
        "Ada isian yang perlu diperbaiki.")
    {
        DetailEn = "Some answers need to be corrected.",
        Errors = errors,
    };
}
