using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>Every refusal that a line can give.</summary>
internal static class Problems
{
    public static readonly Problem UnknownPlace = new(ProblemKind.NotFound, "unknown-place", "Tempat layanan ini tidak ada. Pilih dari daftar.") { DetailEn = "There is no such place. Choose one from the list." };

    public static readonly Problem UnknownCounter = new(ProblemKind.NotFound, "unknown-counter", "Loket ini tidak ada di daerah ini. Pilih dari daftar loket.") { DetailEn = "There is no such counter in this regency. Choose one from the list." };

    public static readonly Problem NotYourCounter = new(ProblemKind.Forbidden, "wrong-role", "Loket ini milik instansi lain. Pilih loket instansi Anda.") { DetailEn = "This counter belongs to another agency. Choose one of yours." };

    public static readonly Problem CounterNotOpen = new(ProblemKind.Conflict, "counter-not-open", "Loket belum buka. Buka loket dulu, lalu panggil.") { DetailEn = "The counter is not open. Open it first, then call." };

    public static readonly Problem NobodyWaits = new(ProblemKind.Conflict, "nobody-waits", "Tidak ada yang menunggu untuk loket ini.") { DetailEn = "Nobody waits for this counter." };

    public static readonly Problem UnknownTicket = new(ProblemKind.NotFound, "unknown-ticket", "Nomor ini tidak ada hari ini.") { DetailEn = "There is no such number today." };

    public static readonly Problem NobodyAtCounter = new(ProblemKind.Conflict, "nobody-at-counter", "Belum ada nomor di loket ini. Panggil nomor berikutnya dulu.") { DetailEn = "No number is at this counter. Call the next one first." };

    public static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan If-Match dari ETag yang terakhir dibaca.") { DetailEn = "Send If-Match with the ETag last read." };

    public static readonly Problem UnknownLine = Invalid("/to", "Pilih instansi tujuan di tempat yang sama.", "Choose the agency to go to, in the same place.");

    public static readonly Problem NotServedHere = Invalid("/service", "Layanan ini tidak dilayani di tempat ini. Pilih dari daftar.", "This service is not served here. Choose one from the list.");

    public static readonly Problem UnknownCode = new(ProblemKind.NotFound, "unknown-visit", "Kunjungan dengan kode itu tidak ada di sini hari ini. Periksa kodenya, atau ambil nomor tanpa janji.") { DetailEn = "There is no visit with that code here today. Look at the code again, or take a number without a booking." };

    public static readonly Problem UnknownVisit = new(ProblemKind.NotFound, "unknown-visit", "Kunjungan ini tidak ada. Lihat daftar kunjungan Anda.") { DetailEn = "There is no such visit. Look at the list of yours." };

    public static readonly Problem NotEnrolled = new(ProblemKind.Forbidden, "kiosk-not-enrolled", "Perangkat ini belum terdaftar sebagai kios. Minta kode kepada admin.") { DetailEn = "This device is not enrolled as a kiosk. Ask the admin for a code." };

    public static readonly Problem BadKioskCode = Invalid("/code", "Kode salah, sudah dipakai, atau lewat 30 menit. Minta kode baru kepada admin.", "The code is wrong, was used, or is older than 30 minutes. Ask the admin for a new one.");

    public static readonly Problem AdminsOnly = new(ProblemKind.Forbidden, "wrong-role", "Halaman ini milik admin daerah.") { DetailEn = "This belongs to the regency's admin." };

    public static readonly Problem UnknownKiosk = new(ProblemKind.NotFound, "unknown-kiosk", "Kios ini tidak ada. Lihat daftarnya.") { DetailEn = "There is no such kiosk. Look at the list." };

    public static readonly Problem TooManyKiosks = new(ProblemKind.Conflict, "too-many-kiosks", $"Daerah ini sudah punya {AddKioskHandler.MostKiosks} kios. Hapus yang tidak dipakai.") { DetailEn = "This regency has as many kiosks as it may. Remove one that is not used." };

    public static Problem Busy(string number) => new(ProblemKind.Conflict, "still-called", $"Nomor {number} masih dipanggil. Layani, tahan, atau tandai tidak hadir dulu.") { DetailEn = $"Number {number} is still called. Serve it, hold it or mark it as not come first." };

    public static Problem Impossible(string number) => new(ProblemKind.Conflict, "illegal-transition", $"Itu tidak bisa dilakukan dengan nomor {number} sekarang. Lihat keadaan terbarunya.") { DetailEn = $"That cannot be done with number {number} now. Look at its present state." };

    public static Problem CheckedIn(string number) => new(ProblemKind.Conflict, "already-checked-in", $"Kode ini sudah dipakai. Nomor antrean Anda {number}: tunggu panggilan.") { DetailEn = $"This code was used already. Your number is {number}: wait until it is called." };

    public static Problem AnotherDay(DateOnly day) => new(ProblemKind.Conflict, "another-day", $"Kunjungan ini untuk tanggal {day:dd-MM-yyyy}. Lapor datang pada hari itu, atau ganti jamnya.") { DetailEn = $"This visit is for {day:yyyy-MM-dd}. Check in on that day, or move it." };

    public static Problem Stale(object current) => new(ProblemKind.Stale, "stale", "Nomor ini sudah berubah. Lihat keadaan terbaru, lalu putuskan lagi.") { Current = current, DetailEn = "This number has changed. Look at it again, then decide." };

    public static Problem Invalid(string pointer, string text, string english) =>
        new(ProblemKind.Invalid, "invalid-content", text) { DetailEn = english, Errors = new Dictionary<string, string[]> { [pointer] = [text] } };
}
