using MppDigital.Regencies.Visits.Brokers;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>Words of the pages about brokers, both languages side by side, so that neither can be forgotten.</summary>
internal static class BrokerWords
{
    public static string Title => Language.Pick("Dugaan calo", "Suspected brokers");

    public static string Lead => Language.Pick(
        "Pola pemesanan yang tampak seperti calo. Ini dugaan, bukan bukti: tidak ada yang ditutup sebelum Anda memutuskan. Siapa orangnya tidak tersimpan di sini, hanya bahwa tangannya sama.",
        "Patterns of booking that look like a broker's. They are a suspicion and no proof: nothing is closed before you decide. Who it is is not kept here, only that it was the same hand.");

    public static string HeadLead => Language.Pick("Peringatan tentang petugas hanya dilihat kepala MPP, dan kementerian selalu mengetahuinya beserta putusannya.", "Alarms about staff are seen by the head of the hall alone, and the ministry always learns of them and of the verdict.");

    public static string None => Language.Pick("Tidak ada dugaan. Pemesanan diperiksa setiap malam dan setelah setiap pemesanan.", "There is none. Bookings are looked at every night and after each booking.");

    public static string NotYours => Language.Pick("Halaman ini untuk admin daerah dan kepala MPP.", "This page is for the regency's admin and the head of the hall.");

    public static string Gone => Language.Pick("Peringatan ini tidak ada, atau bukan Anda yang memutuskannya.", "There is no such alarm, or it is not yours to decide.");

    public static string NameOf(BrokerRule rule) => rule switch
    {
        BrokerRule.SharedPhone => Language.Pick("Satu nomor telepon untuk banyak orang", "One telephone for many people"),
        BrokerRule.SharedDevice => Language.Pick("Satu perangkat untuk banyak orang", "One device for many people"),
        BrokerRule.SharedAddress => Language.Pick("Satu jaringan dengan pola calo", "One network with a broker's pattern"),
        BrokerRule.ManyMandates => Language.Pick("Kuasa yang terus berganti", "Mandates that keep changing"),
        BrokerRule.Hoarding => Language.Pick("Menimbun jam", "Times hoarded"),
        BrokerRule.HandedOver => Language.Pick("Jam dilepas lalu diambil lagi untuk orang lain", "Times given back and retaken for others"),
        _ => Language.Pick("Petugas yang selalu melayani wakil yang sama", "An officer who always serves the same proxy"),
    };

    public static string Seen(BrokerAlarmView alarm) => alarm.Rule switch
    {
        BrokerRule.SharedPhone => Language.Pick($"Dalam 30 hari {alarm.Acts} jam dipesan untuk {alarm.People} orang yang akunnya memakai satu nomor telepon.", $"In 30 days {alarm.Acts} times were booked for {alarm.People} people whose accounts have one telephone."),
        BrokerRule.SharedDevice => Language.Pick($"Dalam 30 hari satu perangkat memesan {alarm.Acts} jam untuk {alarm.People} orang, dengan nomor telepon yang sama atau banyak pembatalan.", $"In 30 days one device booked {alarm.Acts} times for {alarm.People} people, with shared telephones or many cancellations."),
        BrokerRule.SharedAddress => Language.Pick($"Dari satu jaringan dipesan {alarm.Acts} jam untuk {alarm.People} orang, dan jauh lebih banyak dilepas daripada biasanya.", $"From one network {alarm.Acts} times were booked for {alarm.People} people, and far more of them given back than usual."),
        BrokerRule.ManyMandates => Language.Pick($"Dalam 30 hari satu akun memesan {alarm.Acts} jam dengan kuasa dari {alarm.People} orang.", $"In 30 days one account booked {alarm.Acts} times under mandates of {alarm.People} people."),
        BrokerRule.Hoarding => Language.Pick($"{alarm.Acts} jam dipesan lalu dilepas atau tidak dipakai, atas nama {alarm.People} orang.", $"{alarm.Acts} times were booked and given back or not used, in the names of {alarm.People} people."),
        BrokerRule.HandedOver => Language.Pick($"{alarm.Acts} kali sebuah jam dilepas dan dalam 10 menit diambil tangan yang sama untuk orang lain ({alarm.People} orang).", $"{alarm.Acts} times a time was given back and within 10 minutes taken by the same hand for somebody else ({alarm.People} people)."),
        _ => Language.Pick($"{alarm.Acts} kunjungan {alarm.People} orang yang diwakili satu tangan dilayani oleh {alarm.Officer}, jauh lebih sering daripada kebetulan.", $"{alarm.Acts} visits of {alarm.People} people behind one hand were served by {alarm.Officer}, far more often than by chance."),
    };

    public static string Todo(BrokerAlarmView alarm) => alarm.Rule switch
    {
        BrokerRule.SameOfficer => Language.Pick("Bicaralah dengan petugasnya dan lihat apakah loketnya dibagi adil. Kementerian sudah menerima peringatan ini.", "Talk to the officer, and see whether the counter is shared out fairly. The ministry has this alarm already."),
        BrokerRule.SharedAddress => Language.Pick("Jaringan tidak ditutup, karena orang jujur juga ada di sana. Amati gedung, dan tempelkan ajakan melapor calo.", "A network is not closed, for honest people are behind it too. Watch the hall, and put up the call to report brokers."),
        _ => Language.Pick("Tanyakan di loket ketika salah satu kunjungan ini datang. Panti, kantor desa, atau keluarga besar: nyatakan jujur. Calo: tutup pemesanannya 30 hari.", "Ask at the counter when one of these visits comes. A care home, a village office or a large family: call it honest. A broker: close its booking for 30 days."),
    };

    public static string Sure(int sureness) => Language.Pick($"Keyakinan {sureness} dari 100", $"{sureness} of 100 sure");

    public static string StateOf(AlarmState state) => state switch
    {
        AlarmState.Open => Language.Pick("Menunggu putusan", "Waits for a verdict"),
        AlarmState.Dismissed => Language.Pick("Dinyatakan jujur", "Called honest"),
        AlarmState.Confirmed => Language.Pick("Dinyatakan calo", "Confirmed"),
        _ => Language.Pick("Dibuka lagi setelah penjelasan", "Opened again after an explanation"),
    };

    public static string BlockedUntil(string day) => Language.Pick($"Pemesanan daring ditutup sampai {day}.", $"Booking online is closed until {day}.");

    public static string AppealTitle => Language.Pick("Penjelasan dari yang ditutup", "Explanation of whoever is kept out");

    public static string ReasonTitle => Language.Pick("Alasan putusan", "Reason of the verdict");

    public static string Verdict => Language.Pick("Putusan", "Verdict");

    public static string ReasonHint => Language.Pick("10 sampai 500 huruf. Tanpa nama dan tanpa NIK.", "10 to 500 characters. No names and no NIK.");

    public static string Of(AlarmVerdict verdict, bool canBlock) => verdict switch
    {
        AlarmVerdict.Dismiss => Language.Pick("Ini jujur", "This is honest"),
        AlarmVerdict.Confirm when canBlock => Language.Pick("Ini calo: tutup pemesanan daring 30 hari", "This is a broker: close booking online for 30 days"),
        AlarmVerdict.Confirm => Language.Pick("Ini calo: catat saja", "This is a broker: note it only"),
        AlarmVerdict.Lift => Language.Pick("Penjelasan diterima: buka sekarang", "The explanation is accepted: open it now"),
        _ => Language.Pick("Penjelasan tidak diterima: tetap sampai harinya", "The explanation is not accepted: it stays until its day"),
    };

    public static string Save => Language.Pick("Simpan putusan", "Save the verdict");

    public static string Mend(string field) => field == "verdict" ? Language.Pick("Pilih salah satu putusan.", "Choose a verdict.") : Language.Pick("Tulis alasan putusan, 10 sampai 500 huruf, tanpa nama dan tanpa NIK.", "Write the reason of the verdict, 10 to 500 characters, without names and NIK.");
}
