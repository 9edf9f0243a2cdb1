using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Account;

/// <summary>Words about what we send, to whom and how far it came.</summary>
internal static class MessageWords
{
    public static string Title => Language.Pick("Pesan dan kabar", "Messages and news");

    public static string Lead => Language.Pick("Semua kabar selalu ada di daftar di bawah ini. Pilih apa yang kami kirim juga ke luar.", "All news always stand in the list below. Choose what we also send out.");

    public static string Saved => Language.Pick("Pilihan Anda tersimpan.", "Your choice is saved.");

    public static string Save => Language.Pick("Simpan pilihan", "Save your choice");

    public static string QuietHours => Language.Pick("Antara pukul 21.00 dan 07.00 kami hanya mengirim jawaban atas tindakan Anda sendiri.", "Between 21.00 and 07.00 we send nothing but answers to what you do yourself.");

    public static string NoAddress(string channel) => channel == "email"
        ? Language.Pick("Akun Anda belum punya e-mail. Tambahkan di halaman kontak akun nasional.", "Your account has no e-mail. Add one on the contact page of the national account.")
        : Language.Pick("Akun Anda belum punya nomor ponsel. Tambahkan di halaman kontak akun nasional.", "Your account has no mobile number. Add one on the contact page of the national account.");

    public static string Stopped => Language.Pick("Dihentikan dari ponsel ini dengan BERHENTI. Pilih lagi dan simpan untuk menghidupkannya.", "Stopped from this phone with STOP. Choose again and save to switch it on.");

    public static string Channel(string channel) => channel switch
    {
        "email" => "E-mail",
        "sms" => "SMS",
        "chat" => Language.Pick("Obrolan (WhatsApp)", "Chat (WhatsApp)"),
        _ => Language.Pick("Daftar ini", "This list"),
    };

    public static string Choice(string choice) => choice switch
    {
        "off" => Language.Pick("Tidak usah", "Nothing"),
        "needed" => Language.Pick("Hanya bila saya harus berbuat sesuatu", "Only when I have to do something"),
        _ => Language.Pick("Setiap langkah", "Every step"),
    };

    public static string ChooseOne => Language.Pick("Pilih salah satu.", "Choose one.");

    public static string InLanguage => Language.Pick("Bahasa pesan", "Language of messages");

    public static string List => Language.Pick("Kabar untuk Anda", "News for you");

    public static string None => Language.Pick("Belum ada kabar. Kabar tentang permohonan Anda muncul di sini.", "No news yet. News about your applications appear here.");

    public static string Sent => Language.Pick("Pesan yang kami kirim", "Messages we sent");

    public static string State(string state) => state switch
    {
        "delivered" => Language.Pick("sampai", "delivered"),
        "sent" => Language.Pick("terkirim", "sent"),
        "dead" => Language.Pick("tidak sampai", "not delivered"),
        _ => Language.Pick("menunggu dikirim", "waiting to be sent"),
    };

    public static string Event(string what) => what switch
    {
        "Received" => Language.Pick("Permohonan diterima", "Application received"),
        "Returned" => Language.Pick("Perlu diperbaiki", "Needs a correction"),
        "CorrectionWaits" => Language.Pick("Menunggu perbaikan", "Correction still awaited"),
        "Approved" => Language.Pick("Disetujui", "Approved"),
        "Refused" => Language.Pick("Ditolak", "Refused"),
        "Deemed" => Language.Pick("Disetujui menurut hukum", "Granted by law"),
        "DocumentReady" => Language.Pick("Dokumen siap", "Document ready"),
        "PaymentDue" => Language.Pick("Biaya perlu dibayar", "Fee is due"),
        "Paid" => Language.Pick("Pembayaran diterima", "Payment received"),
        "Refunded" => Language.Pick("Uang kembali", "Money back"),
        "Renewal" => Language.Pick("Perlu diperpanjang", "Renewal is due"),
        "SurveyInvited" => Language.Pick("Nilai pelayanan kami", "Rate our service"),
        "ImprovementDue" => Language.Pick("Tugas perbaikan survei (admin)", "Improvement task of the survey (admin)"),
        "VisitBooked" => Language.Pick("Kunjungan tercatat", "Visit booked"),
        "VisitReminder" => Language.Pick("Pengingat kunjungan", "Reminder of a visit"),
        "VisitCalledOff" => Language.Pick("Kunjungan batal dari gedung", "Visit called off by the hall"),
        "VisitMissed" => Language.Pick("Tidak datang", "Did not come"),
        "ComplaintReceived" => Language.Pick("Pengaduan diterima", "Complaint received"),
        "ComplaintAssigned" => Language.Pick("Pengaduan dikerjakan", "Complaint is worked on"),
        "ComplaintAnswered" => Language.Pick("Pengaduan dijawab", "Complaint answered"),
        "ComplaintEscalated" => Language.Pick("Pengaduan naik tingkat", "Complaint went one level up"),
        "ComplaintClosed" => Language.Pick("Pengaduan ditutup", "Complaint closed"),
        "QuestionReceived" => Language.Pick("Pertanyaan diterima", "Question received"),
        "QuestionAnswered" => Language.Pick("Pertanyaan dijawab", "Question answered"),
        "LimitNears" => Language.Pick("Batas hukum mendekat (petugas)", "Legal limit nears (staff)"),
        _ => Language.Pick("Batas hukum lewat (kepala)", "Legal limit passed (head)"),
    };
}
