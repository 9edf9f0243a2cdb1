using MppDigital.Web.Components.Text;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>Words of the pages about places, both languages side by side, so that neither can be forgotten.</summary>
internal static class PlaceWords
{
    public static string Places => Language.Pick("Tempat dan loket", "Places and counters");

    public static string Lead => Language.Pick("Gedung, mobil keliling, kios, atau meja daring. Jam buka, hari tutup, dan loket menentukan jam yang dapat dipesan warga.", "Halls, mobile units, kiosks and online desks. Hours, closures and counters decide which times people can book.");

    public static string None => Language.Pick("Belum ada tempat. Tambahkan yang pertama.", "There is no place yet. Add the first.");

    public static string Add => Language.Pick("Tambah tempat", "Add a place");

    public static string Saved => Language.Pick("Tersimpan. Jam yang sudah dipesan tetap berlaku.", "Saved. What was booked stays as it is.");

    public static string CalledOff(string count) => Language.Pick($"Tersimpan. {count} kunjungan dibatalkan dan warganya diberi tahu.", $"Saved. {count} visits were called off and their people are told.");

    public static string Kind => Language.Pick("Jenis", "Kind");

    public static string KindOf(string kind) => kind switch
    {
        "hall" => Language.Pick("Gedung", "Hall"),
        "mobile" => Language.Pick("Keliling (mobil atau kapal)", "Mobile (bus or boat)"),
        "kiosk" => Language.Pick("Kios", "Kiosk"),
        _ => Language.Pick("Meja daring", "Online desk"),
    };

    public static string Name => Language.Pick("Nama", "Name");

    public static string Address => Language.Pick("Alamat", "Address");

    public static string Week => Language.Pick("Jam buka", "Opening hours");

    public static string WeekHint => Language.Pick("Misalnya 08.00-12.00, 13.00-15.30. Kosong berarti tutup.", "For example 08.00-12.00, 13.00-15.30. Empty means closed.");

    public static string Season => Language.Pick("Jam khusus satu musim, misalnya Ramadan", "Other hours for a season such as Ramadan");

    public static string SeasonName => Language.Pick("Nama musim", "Name of the season");

    public static string SeasonHint => Language.Pick("Kosongkan nama bila tidak ada.", "Leave the name empty if there is none.");

    public static string From => Language.Pick("Hari pertama", "First day");

    public static string Until => Language.Pick("Hari terakhir", "Last day");

    public static string DateHint => Language.Pick("Misalnya 24 12 2026", "For example 24 12 2026");

    public static string SlotMinutes => Language.Pick("Lama satu jam kedatangan (menit)", "Length of one slot (minutes)");

    public static string WalkIn => Language.Pick("Bagian untuk yang datang langsung (persen)", "Share for people who come without booking (percent)");

    public static string WalkInHint => Language.Pick("10 sampai 100. Warga melihat angka ini.", "10 to 100. Everybody sees this number.");

    public static string Waves => Language.Pick("Dibuka bertahap", "Opens in steps");

    public static string WavesHint => Language.Pick("Hari sebelumnya:persen, dari yang terjauh sampai 100. Misalnya 14:50 3:80 1:100.", "Days before:percent, the furthest first, up to 100. For example 14:50 3:80 1:100.");

    public static string Active => Language.Pick("Dipakai", "In use");

    public static string Yes => Language.Pick("Ya", "Yes");

    public static string No => Language.Pick("Tidak, tutup untuk seterusnya", "No, closed for good");

    public static string Save => Language.Pick("Simpan", "Save");

    public static string Closures => Language.Pick("Hari tutup dan jam lain", "Closures and other hours");

    public static string ClosuresLead => Language.Pick("Kunjungan yang jatuh di luar jam itu dibatalkan saat disimpan, warganya diberi tahu, dan tidak dihitung sebagai tidak datang.", "Visits outside those hours are called off when you save; their people are told and it does not count as not coming.");

    public static string Open => Language.Pick("Jam yang tetap buka", "Hours that stay open");

    public static string OpenHint => Language.Pick("Kosong berarti tutup sehari penuh.", "Empty means closed all day.");

    public static string Reason => Language.Pick("Alasan untuk warga", "Reason, for everybody to read");

    public static string CloseIt => Language.Pick("Tutup pada hari itu", "Close on those days");

    public static string Reopen(string day) => Language.Pick($"Batalkan penutupan {day}", $"Take back the closure of {day}");

    public static string Shut => Language.Pick("tutup", "closed");

    public static string Counters => Language.Pick("Loket", "Counters");

    public static string Line(string letter, string agency) => Language.Pick($"Antrean {letter}, {agency}", $"Line {letter}, {agency}");

    public static string NewLine => Language.Pick("Tambah antrean", "Add a line");

    public static string Agency => Language.Pick("Instansi", "Agency");

    public static string Choose => Language.Pick("Pilih", "Choose");

    public static string Services => Language.Pick("Layanan", "Services");

    public static string ServicesHint => Language.Pick("Kode dengan spasi di antaranya; menit bila berbeda, misalnya DKC-KTP-01:20. Kosong berarti semua layanan instansi ini.", "Codes with blanks between; minutes where they differ, for example DKC-KTP-01:20. Empty means every service of the agency.");

    public static string Minutes => Language.Pick("Rata-rata menit per kunjungan", "Average minutes of a visit");

    public static string Labels => Language.Pick("Nomor loket", "Labels of the counters");

    public static string LabelsHint => Language.Pick("Dengan koma, misalnya 1, 2, 3. Yang dihapus dari sini tidak dipakai lagi.", "With commas, for example 1, 2, 3. What you take out here is no longer used.");

    public static string Appeals => Language.Pick("Penjelasan warga yang tidak datang", "Explanations of people who did not come");

    public static string Missed(string days) => Language.Pick($"Tidak datang: {days}", $"Did not come: {days}");

    public static string Accept => Language.Pick("Terima, boleh memesan lagi", "Accept, may book again");

    public static string Decline => Language.Pick("Tidak diterima", "Do not accept");

    public static string NoAppeals => Language.Pick("Tidak ada yang menunggu.", "Nothing is waiting.");
}
