namespace MppDigital.Login;

/// <summary>Addresses of the login host between which pages and protocol endpoints send people.</summary>
public static class SignInPaths
{
    public const string SignIn = "/masuk";
    public const string Code = "/masuk/kode";
    public const string CodeAgain = "/masuk/ulang";
    public const string Passkey = "/masuk/kunci";

    /// <summary>Leaves for the outside identity provider.</summary>
    public const string Outside = "/masuk/luar";

    /// <summary>Registered at the outside identity provider, letter by letter.</summary>
    public const string OutsideCallback = "/masuk/luar/kembali";

    /// <summary>Asks those for a passkey who should have one.</summary>
    public const string NewPasskey = "/masuk/kunci-baru";

    /// <summary>Where an invited member of staff types the code.</summary>
    public const string Invitation = "/undangan";

    public const string PrintedCode = "/masuk/slip";
    public const string Register = "/daftar";
    public const string RegisterCode = "/daftar/kode";
    public const string Consent = "/izin";
    public const string Forgotten = "/lupa";
    public const string ForgottenCode = "/lupa/kode";
    public const string MyAccount = "/akun";
    public const string MyPassword = "/akun/sandi";
    public const string MyApp = "/akun/aplikasi";
    public const string MyPasskeys = "/akun/kunci";
    public const string MyContact = "/akun/kontak";
    public const string MyContactCode = "/akun/kontak/kode";
    public const string MyOutside = "/akun/luar";
    public const string MyNik = "/akun/nik";
    public const string MyClosing = "/akun/tutup";
    public const string SignOut = "/keluar";

    /// <summary>Takes up the waiting authorization request after signing in.</summary>
    public const string Resume = "/authorize/lanjut";

    public const string EndSession = "/logout";

    /// <summary>Name of the query value that carries the waiting authorization request.</summary>
    public const string RequestKey = "r";

    /// <summary>Name of the query value that tells the sign-in page why the outside way ended.</summary>
    public const string OutsideKey = "luar";
}
