using MppDigital.Regencies.Applications.Forms;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>Words of the form pages, both languages side by side, so that neither can be forgotten.</summary>
internal static class ApplyWords
{
    public static string Start => Language.Pick("Mulai mengisi", "Start");

    public static string StartTitle(string service) => Language.Pick($"Ajukan {service}", $"Apply for {service}");

    public static string For(string name) => Language.Pick($"Anda mengurus untuk {name}.", $"You are applying for {name}.");

    public static string ChangeForWhom => Language.Pick("Ganti", "Change");

    public static string ForSomebodyElse => Language.Pick("Mengurus untuk orang lain", "Apply for somebody else");

    public static string ForWhomTitle => Language.Pick("Permohonan ini untuk siapa", "Whom this application is for");

    public static string ForWhomLabel => Language.Pick("Pilih satu orang", "Choose one person");

    public static string ForWhomHow => Language.Pick("Untuk mengurus bagi anak atau orang lain, perlu kuasa yang tercatat.", "To apply for a child or somebody else, a recorded mandate is needed.");

    public static string MyMandates => Language.Pick("Lihat kuasa saya", "See my mandates");

    public static string Myself => Language.Pick("Saya sendiri", "Myself");

    public static string WeFetch => Language.Pick("Yang tidak kami tanyakan lagi", "What we will not ask again");

    public static string WeFetchNothing => Language.Pick("Sumber data sedang tidak menjawab. Anda menulis sendiri, petugas mencocokkan.", "The registers do not answer now. You write it yourself and an officer checks it.");

    public static string YouBring => Language.Pick("Yang perlu Anda siapkan", "What you need");

    public static string YouBringNothing => Language.Pick("Tidak ada berkas yang perlu diunggah.", "There is no file to upload.");

    public static string HasDraft(string when) => Language.Pick($"Anda sudah mengisi sebagian. Draf tersimpan {when}.", $"You have begun already. The draft was saved on {when}.");

    public static string DraftKept => Language.Pick("Draf disimpan 30 hari sejak terakhir diubah.", "A draft is kept for 30 days after the last change.");

    public static string FormChanged => Language.Pick("Formulir ini berganti sejak Anda mulai. Jawaban Anda tetap ada, periksa yang ini:", "This form changed since you began. Your answers are kept; look at these:");

    public static string Change(FormChange change) => change.Kind switch
    {
        FormChangeKind.Added => Language.Pick($"Baru: {change.Name.Id}", $"New: {change.Name.En}"),
        FormChangeKind.Removed => Language.Pick($"Tidak diminta lagi: {change.Name.Id}", $"No longer asked: {change.Name.En}"),
        _ => Language.Pick($"Berubah: {change.Name.Id}", $"Changed: {change.Name.En}"),
    };

    public static string DraftGone => Language.Pick("Draf ini tidak ada lagi. Mungkin sudah dikirim, atau 30 hari tidak diubah. Lihat “Permohonan saya”, atau mulai lagi di sini.", "This draft is gone. It was sent, or not changed for 30 days. See “My applications”, or start again here.");

    public static string MyApplications => Language.Pick("Permohonan saya", "My applications");

    public static string Continue => Language.Pick("Lanjutkan", "Continue");

    public static string Next => Language.Pick("Lanjut", "Next");

    public static string SaveAndLeave => Language.Pick("Simpan", "Save");

    public static string AndLeave => Language.Pick(" dan keluar", " and leave");

    public static string Saved(string clock) => Language.Pick($"Draf tersimpan {clock}. Aman bila sinyal putus.", $"Draft saved at {clock}. It is safe if the signal drops.");

    public static string Optional => Language.Pick(" (tidak wajib)", " (optional)");

    public static string Yes => Language.Pick("Ya", "Yes");

    public static string No => Language.Pick("Tidak", "No");

    public static string Day => Language.Pick("Tanggal", "Day");

    public static string Month => Language.Pick("Bulan", "Month");

    public static string Year => Language.Pick("Tahun", "Year");

    public static string DateHint => Language.Pick("Misalnya 9 11 2026", "For example 9 11 2026");

    public static string TimeHint => Language.Pick("Misalnya 08.30", "For example 08:30");

    public static string Street => Language.Pick("Jalan, nomor, RT/RW", "Street, number, RT/RW");

    public static string Village => Language.Pick("Kelurahan atau desa (tidak wajib)", "Village (optional)");

    public static string District => Language.Pick("Kecamatan (tidak wajib)", "District (optional)");

    public static string Regency => Language.Pick("Kabupaten atau kota", "Regency or city");

    public static string PostalCode => Language.Pick("Kode pos (tidak wajib)", "Postal code (optional)");

    public static string Choose => Language.Pick("Pilih", "Choose");

    public static string Weekday => Language.Pick("Hari", "Day");

    public static string From => Language.Pick("Dari jam", "From");

    public static string To => Language.Pick("Sampai jam", "To");

    public static string ScheduleHint => Language.Pick("Satu baris untuk satu hari, misalnya Senin 08.00 sampai 12.00. Baris kosong tidak dihitung.", "One line for one day, for example Monday 08:00 to 12:00. Empty lines do not count.");

    public static string AddRow => Language.Pick("Tambah baris", "Add a line");

    public static string AddItem => Language.Pick("Tambah", "Add");

    public static string RemoveRow => Language.Pick("Hapus", "Remove");

    public static string Opened => Language.Pick("Jawaban Anda membuka pertanyaan lain di halaman ini. Isi, lalu lanjut.", "Your answer opens another question on this page. Answer it, then go on.");

    public static string RowOf(int number) => Language.Pick($"Baris {number}", $"Line {number}");

    public static string Latitude => Language.Pick("Lintang", "Latitude");

    public static string Longitude => Language.Pick("Bujur", "Longitude");

    public static string PointHint => Language.Pick("Dari aplikasi peta di ponsel, misalnya -0,305 dan 100,369.", "From the map on your phone, for example -0.305 and 100.369.");

    public static string OutlineHint => Language.Pick("Satu sudut tanah di satu baris, lintang lalu bujur, misalnya: -0.305; 100.369", "One corner of the land in a line, latitude then longitude, for example: -0.305; 100.369");

    public static string NotInList => Language.Pick("Tidak ada di daftar, saya tulis sendiri", "Not in the list, I write it myself");

    public static string WriteOther => Language.Pick("Tulis di sini", "Write it here");

    public static string SourceSilent(string register) => Language.Pick($"{register} sedang tidak menjawab. Tulis sendiri, petugas mencocokkan.", $"{register} does not answer now. Write it yourself and an officer checks it.");

    public static string FileHint => Language.Pick("Foto JPEG atau PNG, atau PDF. Paling besar 5 MB. Semua tulisan terbaca.", "A JPEG or PNG photo, or a PDF. 5 MB at most. All text can be read.");

    public static string PickFile => Language.Pick("Pilih foto atau berkas", "Choose a photo or file");

    public static string HaveFile(string kind, string size, string when) => Language.Pick($"Sudah ada: {kind}, {size}, diunggah {when}. Pilih berkas lain untuk mengganti.", $"Here already: {kind}, {size}, uploaded on {when}. Choose another file to replace it.");

    public static string NeedFile(string what) => Language.Pick($"Pilih berkas untuk {what}, misalnya foto dari ponsel.", $"Choose a file for {what}, for example a photo from your phone.");

    public static string TooLarge(string size) => Language.Pick($"Berkas ini {size}. Pilih berkas di bawah 5 MB, atau foto ulang dari lebih jauh.", $"This file has {size}. Choose one below 5 MB, or take the photo again from farther away.");

    public static string Photo => Language.Pick("foto", "photo");

    public static string Document => "PDF";
}
