using System.Globalization;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Visits.Brokers;

namespace MppDigital.Regencies.Visits;

/// <summary>Every refusal that places, slots and bookings can meet. Each says why, and what can be done instead.</summary>
internal static class VisitProblems
{
    public const string UsuallyShut = "Tidak buka pada hari ini menurut jadwal mingguan.";

    public static readonly Problem UnknownService = new(ProblemKind.NotFound, "unknown-service", "Layanan ini tidak ada. Cari layanan lain di daftar layanan.") { DetailEn = "There is no such service. Look in the list of services." };

    public static readonly Problem NotLive = new(ProblemKind.Conflict, "regency-not-live", "Daerah ini sedang bersiap dan belum menerima kunjungan.") { DetailEn = "This regency is preparing and takes no visits yet." };

    public static readonly Problem ServiceNotOffered = new(ProblemKind.Conflict, "service-not-offered", "Daerah ini belum membuka layanan ini. Hubungi loket atau pilih daerah lain.") { DetailEn = "This regency does not offer the service yet. Ask its counter or choose another regency." };

    public static readonly Problem NotServedHere = new(ProblemKind.Conflict, "no-counter", "Belum ada loket yang melayani layanan ini di daerah ini. Tanyakan ke gedung MPP lewat halaman Antre.") { DetailEn = "No counter serves this here yet. Ask the hall; its address is on the queue page." };

    public static readonly Problem UnknownSlot = new(ProblemKind.Invalid, "unknown-slot", "Jam ini tidak ada dalam jadwal. Pilih jam lain dari daftar.")
    {
        DetailEn = "This time is not in the schedule. Choose another from the list.",
        Errors = new Dictionary<string, string[]> { ["/slot"] = ["Pakai id dari GET visits/slots."] },
    };

    public static readonly Problem SlotPast = new(ProblemKind.Conflict, "slot-past", "Jam ini sudah lewat. Pilih jam lain yang masih akan datang.") { DetailEn = "This time has passed. Choose one that is still to come." };

    public static readonly Problem SlotFull = new(ProblemKind.Conflict, "slot-full", "Jam ini baru saja penuh. Pilih jam lain, atau datang langsung: sebagian tempat selalu disediakan untuk yang datang tanpa memesan.")
    {
        DetailEn = "This time has just become full. Choose another, or simply come: part of each slot is always kept for people without a booking.",
    };

    public static readonly Problem DayPast = new(ProblemKind.Invalid, "day-past", "Hari ini sudah lewat. Pilih hari ini atau sesudahnya.")
    {
        DetailEn = "That day has passed. Choose today or later.",
        Errors = new Dictionary<string, string[]> { ["/date"] = ["Tulis tanggal hari ini atau sesudahnya."] },
    };

    public static readonly Problem AlreadyBooked = new(ProblemKind.Conflict, "already-booked", "Sudah ada kunjungan untuk layanan ini pada hari yang sama. Buka kunjungan itu untuk mengganti jam atau membatalkannya.")
    {
        DetailEn = "There is a visit for this service on the same day already. Open it to change its time or to cancel it.",
    };

    public static readonly Problem UnknownVisit = new(ProblemKind.NotFound, "unknown-visit", "Kunjungan ini tidak ada. Lihat daftar kunjungan Anda.") { DetailEn = "There is no such visit. Look at the list of your visits." };

    public static readonly Problem NotNow = new(ProblemKind.Conflict, "visit-not-open", "Kunjungan ini sudah dimulai, selesai, atau dibatalkan, jadi tidak dapat diubah lagi. Ambil jam baru bila masih perlu.")
    {
        DetailEn = "This visit has begun, ended or been cancelled and can no longer be changed. Book another if you still need one.",
    };

    public static readonly Problem UnknownApplication = new(ProblemKind.Conflict, "unknown-application", "Permohonan dengan nomor ini bukan milik pemohon atau bukan untuk layanan ini. Periksa nomornya, atau kosongkan.")
    {
        DetailEn = "The application with this number is not the visitor's or is for another service. Check the number or leave it out.",
    };

    public static readonly Problem WrongRole = new(ProblemKind.Forbidden, "wrong-role", "Bagian ini milik admin daerah.") { DetailEn = "This belongs to the admin of the regency." };

    public static readonly Problem NotYourCounter = new(ProblemKind.Forbidden, "not-your-counter", "Loket ini milik instansi lain. Pilih loket instansi Anda.") { DetailEn = "This counter belongs to another agency. Choose one of yours." };

    public static readonly Problem UnknownPlace = new(ProblemKind.NotFound, "unknown-place", "Tempat ini tidak ada. Lihat daftar tempat.") { DetailEn = "There is no such place. Look at the list of places." };

    public static readonly Problem UnknownCounter = new(ProblemKind.NotFound, "unknown-counter", "Loket ini tidak ada. Lihat daftar loket.") { DetailEn = "There is no such counter. Look at the list of counters." };

    public static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan If-Match dari ETag yang terakhir dibaca.") { DetailEn = "Send If-Match with the ETag last read." };

    public static readonly Problem AppealWaits = new(ProblemKind.Conflict, "appeal-waits", "Penjelasan Anda sudah kami terima dan sedang dibaca petugas. Anda tetap dapat datang langsung tanpa memesan.")
    {
        DetailEn = "We have your explanation; an officer is reading it. You can still come without booking.",
    };

    public static readonly Problem NothingToAppeal = new(ProblemKind.Conflict, "nothing-to-appeal", "Pemesanan Anda tidak sedang dibatasi. Anda dapat memesan jam seperti biasa.") { DetailEn = "Your bookings are not limited at present. You can book as usual." };

    public static readonly Problem UnknownAppeal = new(ProblemKind.NotFound, "unknown-appeal", "Penjelasan ini tidak ada atau sudah dijawab.") { DetailEn = "There is no such explanation, or it has been answered." };

    public static readonly Problem Busy = new(ProblemKind.Conflict, "changed-meanwhile", "Seseorang mengubah kunjungan pada saat yang sama. Belum ada yang tersimpan; kirim sekali lagi.") { DetailEn = "Somebody changed a visit at the same moment. Nothing was saved; send it once more." };

    public static Problem Closed(DateOnly day, string why, DateOnly? next) =>
        new(ProblemKind.Conflict, "place-closed", $"Tutup pada {Indonesian(day)}{(why.Length > 0 ? $": {why}" : "")}. {(next is { } n ? $"Hari buka berikutnya {Indonesian(n)}." : "Pilih hari lain.")}")
        {
            DetailEn = $"Closed on {English(day)}{(why.Length > 0 ? $": {why}" : "")}. {(next is { } e ? $"The next open day is {English(e)}." : "Choose another day.")}",
        };

    /// <param name="full">There were places today, and they are taken; otherwise today's hours are over, or there are none.</param>
    public static Problem NoWalkIn(bool full, DateTimeOffset? next) => new(
        ProblemKind.Conflict, full ? "walk-in-full" : "hall-closed",
        $"{(full ? "Semua tempat hari ini sudah terisi, juga yang disediakan untuk yang datang tanpa memesan." : "Hari ini sudah tidak ada jam layanan lagi.")} "
            + (next is { } n ? $"Jam terdekat yang masih bebas: {Indonesian(DateOnly.FromDateTime(n.Date))} pukul {n:HH.mm}. Pesan jam itu lewat telepon, atau minta petugas memesankan." : "Belum ada jam lain yang dapat dipesan. Tanyakan kepada petugas."))
    {
        DetailEn = $"{(full ? "All places of today are taken, those kept for people without a booking too." : "There are no more hours of service today.")} "
            + (next is { } e ? $"The next time that is free: {English(DateOnly.FromDateTime(e.Date))} at {e:HH:mm}. Book it by telephone, or ask an officer to do it." : "No other time can be booked yet. Ask an officer."),
    };

    public static Problem StillHere(string number) => new(ProblemKind.Conflict, "still-here", $"Nomor {number} masih di loket ini. Selesaikan, alihkan, atau tandai tidak hadir dulu, lalu tutup.") { DetailEn = $"Number {number} is still at this counter. End it, send it on or mark it as not come first, then close." };

    public static Problem TooFar(DateOnly last) => new(ProblemKind.Invalid, "day-too-far", $"Hari ini belum dibuka. Paling jauh {Indonesian(last)}.")
    {
        DetailEn = $"That day is not open yet. The last one is {English(last)}.",
        Errors = new Dictionary<string, string[]> { ["/date"] = [$"Tulis tanggal sampai {last:yyyy-MM-dd}."] },
    };

    public static Problem NotReleased(DateTimeOffset? at) => new(ProblemKind.Conflict, "slot-not-released", at is { } t
        ? string.Create(CultureInfo.GetCultureInfo("id-ID"), $"Tempat untuk jam ini dibuka bertahap. Bagian berikutnya dibuka {t:dddd d MMMM} pukul {t:HH.mm}.")
        : "Jam ini belum dibuka untuk dipesan. Pilih hari yang lebih dekat.")
    {
        DetailEn = at is { } e ? string.Create(CultureInfo.GetCultureInfo("en-GB"), $"Places open bit by bit. More of this time opens on {e:dddd d MMMM} at {e:HH:mm}.") : "This time is not open for booking yet. Choose a nearer day.",
    };

    public static Problem TooManyOpen(int most) => new(ProblemKind.Conflict, "too-many-visits", $"Satu orang paling banyak punya {most} kunjungan yang belum selesai. Batalkan salah satu, atau datang langsung tanpa memesan.")
    {
        DetailEn = $"One person may have {most} open visits. Cancel one of them, or come without booking.",
    };

    public static Problem TooManyMoves(int most) => new(ProblemKind.Conflict, "too-many-moves", $"Jam kunjungan ini sudah diganti {most} kali. Datang pada jam itu, atau batalkan dan datang langsung.")
    {
        DetailEn = $"The time of this visit was changed {most} times. Come at that time, or cancel it and come without booking.",
    };

    public static Problem ProxyCap(int most) => new(ProblemKind.Conflict, "proxy-cap", $"Dengan kuasa, satu orang paling banyak mengambil {most} kunjungan untuk satu hari. Pilih hari lain, atau minta pemberi kuasa memesan sendiri.")
    {
        DetailEn = $"Under mandates one person may book {most} visits for one day. Choose another day, or let the other person book.",
    };

    public static Problem TooManyPeople(int most, int days) => new(ProblemKind.Conflict, "too-many-people", $"Dari perangkat atau nomor telepon ini sudah dipesan untuk {most} orang dalam {days} hari. Pemesanan orang berikutnya: datang langsung ke gedung, atau dengan kuasa dari orang itu di portal nasional.")
    {
        DetailEn = $"From this device or telephone bookings were made for {most} people within {days} days. The next person can come without booking, or give you a mandate on the national portal.",
    };

    public static Problem Blocked(DateOnly until, int missed) => new(ProblemKind.Conflict, "no-show-block", $"Anda {missed} kali memesan lalu tidak datang, jadi pemesanan daring ditutup sampai {Indonesian(until)}. Anda tetap dapat datang langsung. Bila ada alasannya, tulis penjelasan di halaman Kunjungan saya.")
    {
        DetailEn = $"You booked {missed} times and did not come, so booking online is closed until {English(until)}. You can still come without booking. If there was a reason, explain it on the page My visits.",
    };

    public static Problem HandBlocked(HandKind kind, DateOnly until) => new(ProblemKind.Conflict, "broker-block", $"{HandWords.Indonesian(kind)} dipakai untuk memesan bagi banyak orang dengan cara yang tampak seperti calo, jadi pemesanan daring dengannya ditutup sampai {Indonesian(until)}. Anda tetap dapat datang langsung. Bila ini keliru, tulis penjelasan di halaman Kunjungan saya.")
    {
        DetailEn = $"{HandWords.English(kind)} was used to book for many people in a way that looks like a broker's, so booking online with it is closed until {English(until)}. You can still come without booking. If this is a mistake, explain it on the page My visits.",
    };

    public static Problem Stale(object current) => new(ProblemKind.Stale, "stale", "Orang lain sudah mengubah bagian ini. Lihat keadaan terbaru, lalu ubah lagi.") { Current = current, DetailEn = "Somebody else changed this. Look at it again, then change it." };

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { Errors = errors, DetailEn = "Some answers need to be mended." };

    public static Problem Field(string pointer, string text) => Invalid(new Dictionary<string, string[]> { [pointer] = [text] });

    private static string Indonesian(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("id-ID"));

    private static string English(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
