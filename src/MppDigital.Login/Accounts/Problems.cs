using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Accounts;

/// <summary>Refusals of accounts and of signing in.</summary>
internal static class Problems
{
    /// <summary>One answer for an unknown person, a wrong password and a locked account: nobody learns who has an account.</summary>
    public static Problem WrongCredentials { get; } = new(
        ProblemKind.Unauthenticated,
        "wrong-credentials",
        "NIK, nomor HP, nama pengguna, atau kata sandi tidak cocok. Periksa lalu coba lagi. Setelah 5 kali salah, tunggu 5 menit.")
    {
        DetailEn = "The NIK, phone number, user name or password does not match. Check and try again. After 5 wrong tries wait 5 minutes.",
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

    /// <summary>One answer for a number that the register does not know and for facts that differ: it tells nobody's facts.</summary>
    public static Problem PersonDiffers { get; } = new(
        ProblemKind.Invalid,
        "person-differs",
        "NIK, nama, tanggal lahir, atau nama ibu tidak sama dengan data Dukcapil. Periksa di KTP-el dan KK. Bila data Dukcapil yang keliru, datang ke kantor Dukcapil.")
    {
        DetailEn = "The NIK, name, date of birth or mother's name differs from the civil register. Check your identity and family card. If the register is wrong, go to the Dukcapil office.",
    };

    public static Problem TooManyProofs { get; } = new(
        ProblemKind.TooMany,
        "too-many-proofs",
        "Data untuk NIK ini sudah terlalu sering tidak cocok. Coba lagi 1 jam lagi, atau datang ke loket dengan KTP-el.")
    {
        DetailEn = "The facts for this NIK did not match too often. Try again in 1 hour, or come to a counter with your identity card.",
        RetryAfter = TimeSpan.FromHours(1),
    };

    public static Problem TooManyCodes { get; } = new(
        ProblemKind.TooMany,
        "too-many-codes",
        "Kode sudah terlalu sering dikirim ke nomor atau surel ini. Coba lagi 1 jam lagi.")
    {
        DetailEn = "Codes were sent to this number or address too often. Try again in 1 hour.",
        RetryAfter = TimeSpan.FromHours(1),
    };

    public static Problem CodeJustSent { get; } = new(
        ProblemKind.TooMany,
        "code-just-sent",
        "Kode baru saja dikirim, atau sudah dikirim 4 kali. Tunggu 1 menit sebelum meminta lagi.")
    {
        DetailEn = "A code was sent just now, or 4 times already. Wait 1 minute before asking again.",
        RetryAfter = Confirmation.WaitBetweenSends,
    };

    public static Problem MessagesAway { get; } = new(
        ProblemKind.Unavailable,
        "messages-away",
        "Pesan belum dapat dikirim. Bukan salah Anda. Coba lagi 5 menit lagi, atau datang ke loket.")
    {
        DetailEn = "Messages cannot be sent now. It is not your fault. Try again in 5 minutes, or come to a counter.",
        RetryAfter = TimeSpan.FromMinutes(5),
    };

    /// <summary>Also for a handle that nobody knows: there is nothing to go on with.</summary>
    public static Problem CodesOver { get; } = new(
        ProblemKind.Conflict,
        "codes-over",
        "Kode sudah lewat waktunya, terlalu sering salah, atau sudah dipakai. Mulai sekali lagi.")
    {
        DetailEn = "The code has expired, was wrong too often, or was used already. Begin once more.",
    };

    public static Problem WrongTypedCode(IEnumerable<string> fields) => new(
        ProblemKind.Invalid,
        "wrong-typed-code",
        "Kode tidak cocok. Periksa 6 angka di pesan terakhir.")
    {
        DetailEn = "The code does not match. Check the 6 digits in the latest message.",
        Errors = fields.ToDictionary(f => "/" + f, _ => new[] { AccountTexts.TypedCode }),
    };

    /// <summary>Told only after the right password.</summary>
    public static Problem AccountFrozen { get; } = new(
        ProblemKind.Forbidden,
        "account-frozen",
        "Akun ini dibekukan karena ada laporan kematian. Bila keliru, datang ke loket MPP mana pun dengan KTP-el.")
    {
        DetailEn = "This account is frozen because a death was reported. If that is wrong, come to any MPP counter with your identity card.",
    };

    public static Problem RegisterAway { get; } = new(
        ProblemKind.Unavailable,
        "register-away",
        "Dukcapil sedang tidak dapat dihubungi, jadi kami belum dapat memastikan ini Anda. Coba lagi 5 menit lagi, atau datang ke loket.")
    {
        DetailEn = "The civil register cannot be reached, so we cannot make sure that this is you. Try again in 5 minutes, or come to a counter.",
        RetryAfter = TimeSpan.FromMinutes(5),
    };

    public static Problem TooManyTriesHere { get; } = new(
        ProblemKind.TooMany,
        "too-many-tries-here",
        "Kata sandi terlalu sering salah. Coba lagi 5 menit lagi.")
    {
        DetailEn = "The password was wrong too often. Try again in 5 minutes.",
        RetryAfter = TimeSpan.FromMinutes(5),
    };

    public static Problem TotpIsOn { get; } = new(
        ProblemKind.Conflict,
        "totp-is-on",
        "Akun ini sudah memakai kode dari aplikasi. Matikan dulu sebelum memasang yang baru.")
    {
        DetailEn = "This account uses codes from an app already. Turn them off before setting up a new app.",
    };

    public static Problem StrongFactorNeeded { get; } = new(
        ProblemKind.Forbidden,
        "strong-factor-needed",
        "Akun penanda tangan dan kementerian wajib memakai kunci sandi atau kode dari aplikasi. Pasang kunci sandi dulu.")
    {
        DetailEn = "Accounts that sign and those of the ministry must have a passkey or codes from an app. Add a passkey first.",
    };

    public static Problem StaffCannotClose { get; } = new(
        ProblemKind.Forbidden,
        "staff-cannot-close",
        "Akun petugas ditutup oleh admin daerah. Hubungi admin daerah Anda.")
    {
        DetailEn = "Accounts of staff are closed by the admin of the regency. Ask your admin.",
    };

    public static Problem AlreadyAsked { get; } = new(
        ProblemKind.Conflict,
        "already-asked",
        "Permintaan Anda sudah kami terima. Datang ke loket MPP dengan KTP-el dan KK agar petugas memeriksanya.")
    {
        DetailEn = "We have your request already. Come to an MPP counter with your identity and family card, so that an officer can check it.",
    };

    public static Problem PasskeyNotTaken { get; } = new(
        ProblemKind.Invalid,
        "passkey-not-taken",
        "Kunci sandi tidak diterima. Muat ulang halaman ini, lalu coba sekali lagi, atau masuk dengan kata sandi.")
    {
        DetailEn = "The passkey was not accepted. Load this page again and try once more, or sign in with your password.",
    };

    public static Problem PasskeyGone { get; } = new(
        ProblemKind.NotFound,
        "passkey-gone",
        "Kunci sandi ini sudah tidak ada.")
    {
        DetailEn = "This passkey is no longer there.",
    };

    public static Problem TooManyPasskeys { get; } = new(
        ProblemKind.Conflict,
        "too-many-passkeys",
        "Akun ini sudah punya 20 kunci sandi. Hapus satu yang tidak dipakai.")
    {
        DetailEn = "This account has 20 passkeys already. Remove one that is not used.",
    };

    /// <summary>Told only after the right password.</summary>
    public static Problem UsePasskey { get; } = new(
        ProblemKind.Forbidden,
        "use-passkey",
        "Akun penanda tangan dan kementerian masuk dengan kunci sandi. Tekan Masuk dengan kunci sandi.")
    {
        DetailEn = "Accounts that sign and those of the ministry sign in with a passkey. Press Sign in with a passkey.",
    };

    /// <summary>One answer for a wrong code, a used one, one that was withdrawn and one that has expired.</summary>
    public static Problem InvitationWrong { get; } = new(
        ProblemKind.Unauthenticated,
        "invitation-wrong",
        "Kode undangan ini tidak cocok, sudah dipakai, atau habis masanya. Periksa kodenya, atau minta kode baru kepada admin daerah.")
    {
        DetailEn = "This invitation code does not fit, was used, or has expired. Check it, or ask the regency's admin for a new one.",
    };

    public static Problem TooManyToday { get; } = new(
        ProblemKind.TooMany,
        "too-many-today",
        "Anda sudah melayani 60 akun dalam 24 jam. Minta petugas lain meneruskan, atau coba lagi besok.")
    {
        DetailEn = "You have served 60 accounts within 24 hours. Ask a colleague to go on, or try again tomorrow.",
        RetryAfter = TimeSpan.FromHours(24),
    };

    public static Problem NoCorrectionAsked { get; } = new(
        ProblemKind.NotFound,
        "no-correction-asked",
        "Tidak ada permintaan koreksi dari NIK itu ke NIK ini. Minta pemilik akun mengajukannya di Akun saya, NIK, Ubah.")
    {
        DetailEn = "Nobody has asked to correct that NIK to this one. Let the account's owner ask for it at My account, NIK, Change.",
    };

    public static Problem CorrectionDiffers { get; } = new(
        ProblemKind.Conflict,
        "correction-differs",
        "Dukcapil mengenal nama atau tanggal lahir lain untuk NIK ini. Akun tidak diubah. Rujuk warga ke kantor Dukcapil.")
    {
        DetailEn = "The civil register knows another name or date of birth by this NIK. The account was not changed. Send the person to the Dukcapil office.",
    };

    public static Problem NikTaken { get; } = new(
        ProblemKind.Conflict,
        "nik-taken",
        "NIK ini sudah punya akun lain. Tutup salah satunya dahulu bersama pemiliknya.")
    {
        DetailEn = "Another account has this NIK. Close one of them first, together with its owner.",
    };

    public static Problem NotFrozen { get; } = new(
        ProblemKind.NotFound,
        "not-frozen",
        "Tidak ada akun beku dengan NIK ini. Periksa 16 angkanya.")
    {
        DetailEn = "No frozen account has this NIK. Check its 16 digits.",
    };

    /// <summary>One answer for an unknown NIK, a wrong code and one that has expired.</summary>
    public static Problem PrintedCodeWrong { get; } = new(
        ProblemKind.Unauthenticated,
        "printed-code-wrong",
        "NIK atau kode tidak cocok, atau kode sudah lewat 14 hari. Periksa slip dari loket, atau minta slip baru.")
    {
        DetailEn = "The NIK or code does not match, or the code is older than 14 days. Check the slip from the counter, or ask for a new one.",
    };

    public static Problem Overloaded(TimeSpan wait) => new(
        ProblemKind.TooMany,
        "overloaded",
        "Banyak orang sedang masuk bersamaan. Tunggu 10 detik, lalu coba lagi. Isian Anda tidak salah.")
    {
        DetailEn = "Many people are signing in at once. Wait 10 seconds, then try again. Nothing you typed is wrong.",
        RetryAfter = wait,
    };

    public static Problem Invalid(Dictionary<string, string[]> errors) => new(
        ProblemKind.Invalid,
        "invalid-registration",
        "Ada isian yang perlu diperbaiki.")
    {
        DetailEn = "Some answers need to be corrected.",
        Errors = errors,
    };
}
