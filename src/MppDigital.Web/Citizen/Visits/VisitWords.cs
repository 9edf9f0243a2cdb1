using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Visits;

/// <summary>Words of the pages about coming to the hall, both languages side by side, so that neither can be forgotten.</summary>
internal static class VisitWords
{
    public static string Hall => Language.Pick("Datang ke gedung MPP", "Coming to the hall");

    public static string HallLead => Language.Pick("Jam buka, loket yang melayani sekarang, dan cara mengambil jam kedatangan.", "Opening hours, which counters serve now, and how to book a time.");

    public static string NoPlaces => Language.Pick("Belum ada tempat yang dicatat", "No place is recorded yet");

    public static string NoPlacesText => Language.Pick("Daerah ini belum menulis alamat dan jam buka gedungnya. Layanan daring tetap dapat diajukan.", "This regency has not written the address and hours of its hall yet. Online services can still be used.");

    public static string OpenUntil(string time) => Language.Pick($"Buka sampai {time}", $"Open until {time}");

    public static string ShutNow => Language.Pick("Sekarang tutup", "Closed now");

    public static string Today => Language.Pick("Hari ini", "Today");

    public static string Shut => Language.Pick("tutup", "closed");

    public static string Hours => Language.Pick("Jam buka", "Opening hours");

    public static string Season(string name, string from, string until) => Language.Pick($"{name}, {from} sampai {until}", $"{name}, {from} to {until}");

    public static string OtherDays => Language.Pick("Hari yang berbeda", "Days that differ");

    public static string Counters => Language.Pick("Loket sekarang", "Counters now");

    public static string CounterOf(string label) => Language.Pick($"Loket {label}", $"Counter {label}");

    public static string State(string state) => state switch
    {
        "open" => Language.Pick("Buka", "Open"),
        "break" => Language.Pick("Istirahat", "Break"),
        _ => Language.Pick("Tutup", "Closed"),
    };

    public static string Since(string time) => Language.Pick($"sejak {time}", $"since {time}");

    public static string Share(int walkIn) => Language.Pick(
        $"Dari setiap jam, {walkIn}% tempat tidak pernah dibuka untuk pemesanan: itu untuk yang datang langsung. Sisanya untuk yang memesan. Yang memesan dan yang datang langsung dihitung dalam satu daftar.",
        $"Of every time, {walkIn}% of places are never opened for booking: they are for those who simply come. The rest is for those who book. Both are counted in one list.");

    public static string TakenToday(int percent) => Language.Pick($"Terisi hari ini: {percent}%", $"Taken today: {percent}%");

    public static string ChooseService => Language.Pick("Pilih layanan untuk mengambil jam", "Choose a service to book a time");

    public static string Mine => Language.Pick("Kunjungan saya", "My visits");

    public static string ChooseTitle => Language.Pick("Pilih jam kedatangan", "Choose when to come");

    public static string ChooseLead(string service) => Language.Pick($"{service}. Datang 5 menit sebelumnya dan tunjukkan kode QR.", $"{service}. Come 5 minutes before and show the QR code.");

    public static string Day => Language.Pick("Hari", "Day");

    public static string TimeOn(string day, string zone) => Language.Pick($"Jam, {day} ({zone})", $"Time, {day} ({zone})");

    public static string Places(int free) => Language.Pick(free == 0 ? "Penuh" : $"{free} tempat", free == 0 ? "Full" : free == 1 ? "1 place" : $"{free} places");

    public static string Bound => Language.Pick("Jam ini terikat pada NIK Anda. Tidak bisa dipindahkan atau dijual.", "The time is bound to your NIK. It cannot be handed on or sold.");

    public static string Rules => Language.Pick(
        $"Satu orang paling banyak {VisitLimits.MostOpen} kunjungan yang belum selesai. Yang {VisitLimits.MostMissed} kali tidak datang dalam {VisitLimits.MissedDays} hari tidak dapat memesan {VisitLimits.RestDays} hari, tetapi tetap dapat datang langsung.",
        $"One person may have {VisitLimits.MostOpen} open visits. Whoever does not come {VisitLimits.MostMissed} times in {VisitLimits.MissedDays} days cannot book for {VisitLimits.RestDays} days, but can still come without booking.");

    public static string Continue => Language.Pick("Lanjut dengan jam ini", "Continue with this time");

    public static string NothingFree => Language.Pick("Tidak ada jam yang dapat dipesan pada hari ini. Pilih hari lain, atau datang langsung.", "No time can be booked on this day. Choose another day, or come without booking.");

    public static string ClosedOn(string day, string why) => Language.Pick($"Tutup pada {day}. {why}", $"Closed on {day}. {why}");

    public static string MoreAt(string when) => Language.Pick($"Tempat dibuka bertahap. Bagian berikutnya dibuka {when}.", $"Places open bit by bit. More opens on {when}.");

    public static string ConfirmTitle => Language.Pick("Periksa kunjungan Anda", "Check your visit");

    public static string ForWhom => Language.Pick("Siapa yang dilayani?", "Who is served?");

    public static string ForWhomHint => Language.Pick("Untuk orang lain perlu kuasa yang tercatat; orang itu melihat kunjungan ini juga.", "For somebody else a recorded mandate is needed; that person sees this visit, too.");

    public static string Priority => Language.Pick("Apakah perlu didahulukan?", "Is precedence needed?");

    public static string PriorityHint => Language.Pick("Petugas memastikannya di gedung.", "An officer checks it at the hall.");

    public static string PriorityOf(string priority) => priority switch
    {
        "elderly" => Language.Pick("Lanjut usia, 60 tahun ke atas", "Aged 60 or over"),
        "disabled" => Language.Pick("Penyandang disabilitas", "A person with a disability"),
        "pregnant" => Language.Pick("Hamil atau membawa bayi", "Pregnant or with a baby"),
        _ => Language.Pick("Tidak", "No"),
    };

    public static string About => Language.Pick("Tentang permohonan yang mana?", "About which application?");

    public static string AboutNone => Language.Pick("Tidak tentang permohonan", "About no application");

    public static string Book => Language.Pick("Ambil jam ini", "Book this time");

    public static string When => Language.Pick("Waktu", "When");

    public static string Where => Language.Pick("Tempat", "Where");

    public static string ServiceWord => Language.Pick("Layanan", "Service");

    public static string OtherTime => Language.Pick("Pilih jam lain", "Choose another time");

    public static string TicketTitle => Language.Pick("Kunjungan Anda", "Your visit");

    public static string Code => Language.Pick("Kode kunjungan", "Code of the visit");

    public static string QrAlt(string code) => Language.Pick($"Kode QR kunjungan {code}. Tanpa kamera, sebutkan kodenya.", $"QR code of visit {code}. Without a camera, say the code.");

    public static string ShowIt => Language.Pick("Tunjukkan kode ini di gedung, atau sebutkan kode kunjungannya. Bawa KTP-el.", "Show this code at the hall, or say the code of the visit. Bring your ID card.");

    public static string ActedBy(string name) => Language.Pick($"Datang dengan kuasa: {name}", $"Coming under a mandate: {name}");

    public static string Calendar => Language.Pick("Simpan ke kalender", "Save to calendar");

    public static string Change => Language.Pick("Ganti jam", "Change the time");

    public static string Cancel => Language.Pick("Batalkan", "Cancel");

    public static string CancelTitle => Language.Pick("Batalkan kunjungan ini?", "Cancel this visit?");

    public static string CancelMeans => Language.Pick("Tempatnya langsung dapat diambil orang lain. Membatalkan tepat waktu tidak dihitung sebagai tidak datang.", "Somebody else can take the place at once. Cancelling in time does not count as not coming.");

    public static string Keep => Language.Pick("Tidak jadi", "Keep it");

    public static string Booked => Language.Pick("Jam kedatangan Anda sudah tercatat.", "Your time is booked.");

    public static string CheckedIn(string number) => Language.Pick($"Anda sudah lapor datang. Nomor antrean Anda {number}.", $"You have checked in. Your number is {number}.");

    public static string Follow => Language.Pick("Lihat posisi antrean", "See where it stands");

    public static string StateOf(string state) => state switch
    {
        "booked" => Language.Pick("Dipesan", "Booked"),
        "checked-in" => Language.Pick("Sudah di gedung", "Checked in"),
        "served" => Language.Pick("Selesai", "Served"),
        "cancelled" => Language.Pick("Dibatalkan", "Cancelled"),
        "called-off" => Language.Pick("Dibatalkan gedung", "Called off by the hall"),
        _ => Language.Pick("Tidak datang", "Did not come"),
    };

    public static string NoneTitle => Language.Pick("Belum ada kunjungan", "No visits yet");

    public static string NoneText => Language.Pick("Kunjungan yang Anda pesan, dan yang dipesan orang lain untuk Anda, tampil di sini.", "Visits that you book, and those that others book for you, are shown here.");

    public static string Upcoming => Language.Pick("Akan datang", "To come");

    public static string Past => Language.Pick("Sebelumnya", "Earlier");

    public static string Blocked(string until) => Language.Pick(
        $"Anda {VisitLimits.MostMissed} kali memesan lalu tidak datang, jadi pemesanan daring ditutup sampai {until}. Anda tetap dapat datang langsung.",
        $"You booked {VisitLimits.MostMissed} times and did not come, so booking online is closed until {until}. You can still come without booking.");

    /// <param name="hand">As <see cref="MyVisits.BlockedHand"/> names it.</param>
    public static string HandBlocked(string hand, string until)
    {
        var what = hand switch
        {
            "phone" => Language.Pick("Nomor telepon Anda", "Your telephone number"),
            "device" => Language.Pick("Perangkat ini", "This device"),
            "proxy" => Language.Pick("Akun Anda, saat mewakili orang lain,", "Your account, acting for others,"),
            _ => Language.Pick("Akun Anda", "Your account"),
        };
        return Language.Pick(
            $"{what} dipakai memesan untuk banyak orang dengan cara yang tampak seperti calo. Pemesanan daring dengannya ditutup sampai {until}. Anda tetap dapat datang langsung. Bila ini keliru, jelaskan di bawah: petugas membacanya dan dapat membukanya saat itu juga.",
            $"{what} was used to book for many people in a way that looks like a broker's. Booking online with it is closed until {until}. You can still come without booking. If this is a mistake, explain below: somebody reads it and can open it at once.");
    }

    public static string NoMoney => Language.Pick("Memesan dan mengantre gratis. Biaya layanan hanya ada pada tagihan resmi dengan kode QRIS daerah. Ada yang meminta uang?", "Booking and queueing are free. What a service costs stands only on the official bill with the regency's QRIS code. Does somebody ask for money?");

    public static string NoMoneyReport => Language.Pick("Laporkan tanpa nama", "Report it without your name");

    public static string WithoutMandate => Language.Pick("Anda tidak punya kuasa dari orang ini yang masih berlaku untuk layanan ini. Minta kuasa darinya di portal nasional (Akun, Kuasa), atau minta ia memesan sendiri.", "You hold no mandate of this person that is in force for this service. Ask for one on the national portal (Account, Mandates), or let the person book.");

    public static string AppealLabel => Language.Pick("Ada alasannya? Tulis kepada gedung", "Was there a reason? Write to the hall");

    public static string AppealHint => Language.Pick("Bila diterima, Anda langsung dapat memesan lagi. Jangan menulis data kesehatan orang lain.", "If it is accepted you can book again at once. Do not write about other people's health.");

    public static string AppealSend => Language.Pick("Kirim penjelasan", "Send the explanation");

    public static string AppealSent => Language.Pick("Penjelasan Anda sudah diterima. Petugas membacanya.", "We have your explanation. An officer reads it.");

    public static string ChooseOne => Language.Pick("Pilih salah satu.", "Choose one.");

    public static string MoveLead(string from) => Language.Pick($"Sekarang {from}. Jam lama baru dilepas setelah jam baru didapat.", $"Now {from}. The old time is given back only once the new one is yours.");
}
