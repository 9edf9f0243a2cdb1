using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Outside;

/// <summary>Why the outside way did not end in a session, and what to do instead. The sign-in page shows them by their code.</summary>
internal static class OutsideProblems
{
    public static Problem Away { get; } = new(
        ProblemKind.Unavailable,
        "outside-away",
        "{0} sedang tidak dapat dihubungi. Masuk dengan NIK dan kata sandi di bawah ini. Belum punya kata sandi? Tekan Lupa kata sandi.")
    {
        DetailEn = "{0} cannot be reached now. Sign in below with your NIK and password. No password yet? Press Forgotten password.",
    };

    public static Problem Declined { get; } = new(
        ProblemKind.Forbidden,
        "outside-declined",
        "Anda tidak memberi izin di {0}, jadi tidak ada data yang kami terima. Coba sekali lagi, atau masuk dengan NIK dan kata sandi.")
    {
        DetailEn = "You gave no consent at {0}, so we received nothing. Try once more, or sign in with your NIK and password.",
    };

    public static Problem Expired { get; } = new(
        ProblemKind.Unauthenticated,
        "outside-expired",
        "Waktu untuk masuk lewat {0} sudah habis, atau jawabannya sudah dipakai. Mulai sekali lagi dari halaman ini.")
    {
        DetailEn = "The time to sign in with {0} is over, or its answer was used already. Begin once more from this page.",
    };

    public static Problem NotVerified { get; } = new(
        ProblemKind.Unauthenticated,
        "outside-not-verified",
        "Jawaban {0} tidak dapat kami periksa, jadi tidak kami terima. Masuk dengan NIK dan kata sandi, atau coba lagi nanti.")
    {
        DetailEn = "The answer of {0} could not be verified, so we did not accept it. Sign in with your NIK and password, or try again later.",
    };

    public static Problem NikMissing { get; } = new(
        ProblemKind.Forbidden,
        "outside-nik-missing",
        "{0} tidak mengirim NIK Anda. Coba sekali lagi dan izinkan NIK, atau masuk dengan NIK dan kata sandi di bawah ini.")
    {
        DetailEn = "{0} did not send your NIK. Try once more and allow the NIK, or sign in below with your NIK and password.",
    };

    public static Problem FactsMissing { get; } = new(
        ProblemKind.Forbidden,
        "outside-facts-missing",
        "Anda belum punya akun di sini, dan {0} tidak mengirim nama atau tanggal lahir. Coba sekali lagi dan izinkan keduanya, atau tekan Daftar.")
    {
        DetailEn = "You have no account here yet, and {0} did not send your name or date of birth. Try once more and allow both, or press Register.",
    };

    public static Problem LowAssurance { get; } = new(
        ProblemKind.Forbidden,
        "outside-low-assurance",
        "{0} belum mencocokkan wajah Anda. Coba sekali lagi dan pilih pengenalan wajah, atau masuk dengan NIK dan kata sandi di bawah ini.")
    {
        DetailEn = "{0} did not check your face. Try once more and choose the face check, or sign in below with your NIK and password.",
    };

    public static Problem ProveHere { get; } = new(
        ProblemKind.Forbidden,
        "outside-prove-here",
        "Akun Anda di sini belum terhubung dengan {0}. Masuk dengan NIK dan kata sandi, buka Akun saya, lalu tekan Hubungkan. Atau coba sekali lagi dan pilih pengenalan wajah.")
    {
        DetailEn = "Your account here is not connected to {0} yet. Sign in with your NIK and password, open My account and press Connect. Or try once more and choose the face check.",
    };

    public static Problem Differs { get; } = new(
        ProblemKind.Conflict,
        "outside-differs",
        "NIK dari {0} bukan NIK akun yang terhubung dengannya. Datang ke loket MPP dengan KTP-el, atau masuk dengan NIK dan kata sandi.")
    {
        DetailEn = "The NIK from {0} is not that of the account connected to it. Come to an MPP counter with your identity card, or sign in with your NIK and password.",
    };

    public static Problem RegisterDiffers { get; } = new(
        ProblemKind.Invalid,
        "outside-register-differs",
        "Data dari {0} tidak sama dengan data Dukcapil, jadi akun belum dibuat. Datang ke kantor Dukcapil atau loket MPP dengan KTP-el dan KK.")
    {
        DetailEn = "The facts from {0} differ from the civil register, so no account was made. Come to the Dukcapil office or an MPP counter with your identity and family card.",
    };

    /// <summary>Not of the sign-in page: the account has no password yet and somebody else may sit at the keys by now.</summary>
    public static Problem FaceAgain { get; } = new(
        ProblemKind.Unauthenticated,
        "outside-face-again",
        "Akun ini belum punya kata sandi. Keluar, masuk sekali lagi dengan pengenalan wajah, lalu pasang kata sandi dalam 15 menit.")
    {
        DetailEn = "This account has no password yet. Sign out, sign in once more with the face check, then set a password within 15 minutes.",
    };

    private static readonly Dictionary<string, Problem> ByCode = new Problem[]
    {
        Away, Declined, Expired, NotVerified, NikMissing, FactsMissing, LowAssurance, ProveHere, Differs, RegisterDiffers,
        Accounts.Problems.AccountFrozen, Accounts.Problems.TooManyTries, Accounts.Problems.UsePasskey,
    }.ToDictionary(p => p.Code);

    /// <summary>Null for a code that anybody wrote into the address.</summary>
    /// <param name="name">Of the provider, as people know it.</param>
    public static Problem? Find(string? code, string name) =>
        code is not null && ByCode.TryGetValue(code, out var found) ? Named(found, name) : null;

    public static Problem Named(Problem problem, string name) =>
        problem with { Detail = problem.Detail.Replace("{0}", name, StringComparison.Ordinal), DetailEn = problem.DetailEn.Replace("{0}", name, StringComparison.Ordinal) };
}
