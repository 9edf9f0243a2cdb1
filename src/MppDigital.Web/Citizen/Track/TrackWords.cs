using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Track;

internal static class TrackWords
{
    public static string Title => Language.Pick("Lacak permohonan", "Track an application");

    public static string Intro => Language.Pick("Tulis nomor dan kode rahasia dari tanda terima. Anda tidak perlu masuk.", "Write the number and the secret code from the receipt. You need not sign in.");

    public static string Number => Language.Pick("Nomor permohonan", "Application number");

    public static string NumberHint(string code4) => Language.Pick($"Misalnya {code4}-26-000428", $"For example {code4}-26-000428");

    public static string Secret => Language.Pick("Kode rahasia", "Secret code");

    public static string SecretHint => Language.Pick("12 huruf dan angka di tanda terima. Besar kecil huruf tidak berpengaruh.", "12 letters and digits on the receipt. Capitals do not matter.");

    public static string Show => Language.Pick("Lihat permohonan", "See the application");

    public static string WriteNumber => Language.Pick("Tulis nomor permohonan, seperti di tanda terima.", "Write the application number, as on the receipt.");

    public static string WriteSecret => Language.Pick("Tulis kode rahasia, 12 huruf dan angka di tanda terima.", "Write the secret code, 12 letters and digits on the receipt.");

    public static string Actions => Language.Pick("Tindakan", "Actions");

    public static string NoPersonTitle => Language.Pick("Halaman ini tanpa data pribadi", "No personal data on this page");

    public static string NoPerson => Language.Pick("Siapa pun yang punya nomor dan kode rahasia bisa melihatnya, selama 15 menit di perangkat ini. Nama dan berkas Anda tidak tampil.", "Anyone with the number and the secret code can see it, for 15 minutes on this device. Your name and files are not shown.");

    public static string Close => Language.Pick("Selesai, tutup", "Done, close");

    public static string SignIn => Language.Pick("Masuk dengan NIK", "Sign in with your NIK");

    public static string ToSeeMore => Language.Pick("untuk melihat berkas, menjawab perbaikan, atau mengunduh dokumen.", "to see files, answer a correction or download the document.");
}
