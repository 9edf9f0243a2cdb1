using MppDigital.National.Catalog;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Applications;

/// <summary>Words of the pages that show how far an application is.</summary>
internal static class ProgressWords
{
    public static string SaveDates => Language.Pick("Simpan tanggal ke kalender", "Save the dates to a calendar");

    public static string Heading(Progress progress)
    {
        var (name, holder) = (progress.ServiceName, progress.Ahead is [var next, ..] ? Agency(next.Agency) : "");
        return progress.Status switch
        {
            "submitted" => Language.Pick($"{name} sudah kami terima", $"We have received {name}"),
            "in-review" => Language.Pick($"{name} sedang diperiksa {holder}", $"{name} is being checked by {holder}"),
            "returned" => Language.Pick($"{name} perlu Anda perbaiki", $"{name} needs a correction from you"),
            "approved" when progress.MadeBy is not null => Language.Pick($"{name} disetujui, dokumen sedang dibuat", $"{name} is approved, the document is being made"),
            "approved" => Language.Pick($"{name} disetujui, menunggu tanda tangan", $"{name} is approved and waits for the signature"),
            "issued" when progress.Deemed => Language.Pick($"{name} terbit otomatis", $"{name} was issued by law"),
            "issued" => Language.Pick($"{name} sudah terbit", $"{name} has been issued"),
            "refused" => Language.Pick($"{name} tidak dapat diberikan", $"{name} could not be granted"),
            _ when progress.Timeline.Any(t => t.Kind == "outside-cancelled") => Language.Pick($"{name} ditutup oleh sistem yang memutuskan", $"{name} was closed by the system that decides"),
            _ => Language.Pick($"{name} sudah Anda tarik", $"{name} was withdrawn"),
        };
    }

    public static string ActedFor(string by, string applicant) => Language.Pick($"Diajukan oleh {by} untuk {applicant}", $"Filed by {by} for {applicant}");

    public static string Event(string kind, string by) => kind switch
    {
        "submitted" => Language.Pick("Dikirim oleh pemohon", "Sent by the applicant"),
        "completed" when by == "officer" => Language.Pick("Berkas dinyatakan lengkap oleh petugas", "File declared complete by an officer"),
        "completed" when by == "law" => Language.Pick("Berkas terhitung lengkap sejak dikirim, karena kantor tidak menjawab dalam 1 hari kerja", "File counts as complete since it was sent, for the office did not answer within 1 working day"),
        "completed" => Language.Pick("Berkas dinyatakan lengkap oleh sistem", "File found complete by the system"),
        "undeclared" => Language.Pick("Kantor belum memeriksa kelengkapan dalam 1 hari kerja. Pimpinan dan kementerian diberi tahu", "The office did not check the file within 1 working day. Its head and the ministry were told"),
        "claimed" => Language.Pick("Petugas mengambil berkas", "An officer took the file"),
        "verified" => Language.Pick("Syarat selesai diperiksa", "Requirements checked"),
        "visited" => Language.Pick("Petugas berkunjung ke lapangan", "An officer visited the place"),
        "advised-against" => Language.Pick("Pertimbangan teknis diberikan", "Technical opinion given"),
        "recommended" => Language.Pick("Pertimbangan teknis diberikan", "Technical opinion given"),
        "returned" => Language.Pick("Dikembalikan untuk diperbaiki", "Returned for correction"),
        "corrected" => Language.Pick("Diperbaiki oleh pemohon", "Corrected by the applicant"),
        "informed" => Language.Pick("Data dari akta yang terbit masuk ke permohonan ini", "Facts from the issued certificate went into this application"),
        "approved" => Language.Pick("Disetujui", "Approved"),
        "refused" => Language.Pick("Ditolak", "Refused"),
        "deemed" => Language.Pick("Disetujui menurut hukum karena batas lewat", "Approved by law because the limit passed"),
        "issued" => Language.Pick("Dokumen terbit", "Document issued"),
        "fee-due" => Language.Pick("Biaya ditagih", "The fee is due"),
        "fee-paid" => Language.Pick("Biaya lunas", "The fee is paid"),
        "passed-on" => Language.Pick("Diteruskan ke sistem yang memutuskan", "Passed on to the system that decides"),
        "outside-in-process" => Language.Pick("Diproses oleh sistem yang memutuskan", "Being processed by the system that decides"),
        "outside-returned" => Language.Pick("Dikembalikan: perbaiki di sistem yang memutuskan", "Returned: correct it in the system that decides"),
        "outside-granted" => Language.Pick("Disetujui oleh sistem yang memutuskan", "Approved by the system that decides"),
        "outside-refused" => Language.Pick("Ditolak oleh sistem yang memutuskan", "Refused by the system that decides"),
        "outside-cancelled" => Language.Pick("Ditutup oleh sistem yang memutuskan", "Closed by the system that decides"),
        "withdrawn" => Language.Pick("Ditarik oleh pemohon", "Withdrawn by the applicant"),
        _ => kind,
    };

    public static string Step(WorkflowStep step) => step.Action switch
    {
        WorkflowAction.Claim => Language.Pick($"{Agency(step.Agency)} mengambil berkas", $"{Agency(step.Agency)} takes the file"),
        WorkflowAction.Verify => Language.Pick($"{Agency(step.Agency)} memeriksa syarat", $"{Agency(step.Agency)} checks the requirements"),
        WorkflowAction.Visit => Language.Pick($"{Agency(step.Agency)} berkunjung ke lapangan", $"{Agency(step.Agency)} visits the place"),
        WorkflowAction.Recommend => Language.Pick($"{Agency(step.Agency)} memberi pertimbangan", $"{Agency(step.Agency)} gives its opinion"),
        _ => Language.Pick($"Kepala {Agency(step.Agency)} memutuskan", $"The head of {Agency(step.Agency)} decides"),
    };

    public static string Agency(string code) => code switch
    {
        "DINKES" => Language.Pick("Dinas Kesehatan", "the Health Office"),
        "DUKCAPIL" => "Dukcapil",
        "DISDIK" => Language.Pick("Dinas Pendidikan", "the Education Office"),
        "DLH" => Language.Pick("Dinas Lingkungan Hidup", "the Environment Office"),
        "DPUPR" => Language.Pick("Dinas Pekerjaan Umum", "the Public Works Office"),
        "BAPENDA" => "Bapenda",
        _ => code,
    };

    public static string WhoHolds => Language.Pick("Siapa yang memegang", "Who holds it");

    public static string Waiting => Language.Pick("Menunggu perbaikan dari Anda", "Waiting for your correction");

    public static string WaitingPauses => Language.Pick("Selama menunggu, hari kerja tidak dihitung.", "While it waits, working days are not counted.");

    public static string WillIssue => Language.Pick("Dokumen terbit dan dikirim", "The document is issued and sent");

    public static string Makes(string register) => Language.Pick($"{register} membuat dokumen", $"{register} makes the document");

    public static string BeingMade(string register) => Language.Pick(
        $"Permohonan disetujui. {register} sedang membuat dokumennya, biasanya dalam beberapa menit. Anda tidak perlu melakukan apa pun: dokumen muncul di halaman ini. Bila {register} sedang tidak dapat dihubungi, kami meminta lagi sampai dokumen jadi.",
        $"The application is approved. {register} is making the document, usually within minutes. You need not do anything: it appears on this page. If {register} cannot be reached, we ask again until the document is there.");

    public static string Signs => Language.Pick("Pejabat menandatangani dokumen", "The official signs the document");

    public static string BeingSigned => Language.Pick(
        "Permohonan disetujui. Pejabat yang memutuskan masih harus menandatangani dokumennya. Anda tidak perlu melakukan apa pun: dokumen muncul di halaman ini.",
        "The application is approved. The official who decided has still to sign the document. You need not do anything: it appears on this page.");

    public static string Day(int at, int of) => Language.Pick($"Hari kerja ke-{at} dari {of}", $"Working day {at} of {of}");

    public static string CountingBegins(int of) => Language.Pick($"Hitungan {of} hari kerja mulai pada hari kerja berikutnya", $"The count of {of} working days begins on the next working day");

    public static string Limit(string moment) => Language.Pick($"Batas hukum {moment}.", $"Legal limit {moment}.");

    public static string IssuedByItself => Language.Pick("Bila sampai saat itu tidak ada keputusan, dokumen terbit otomatis dan dikirim kepada Anda.", "If there is no decision by then, the document is issued by law and sent to you.");

    public static string NoDecisionYet => Language.Pick("Bila lewat, kepala instansi dan kementerian diberi tahu.", "When it passes, the head of the agency and the ministry are told.");

    public static string MayMove => Language.Pick("Tanggal ini dapat bergeser: hari libur tahun itu belum ditetapkan.", "This date may move: the holidays of that year are not decreed yet.");

    public static string NotComplete => Language.Pick("Petugas memeriksa kelengkapan berkas dalam 1 hari kerja. Batas hukum dihitung sejak berkas lengkap.", "An officer checks within 1 working day whether the file is complete. The legal limit counts from then.");

    public static string Application(string number) => Language.Pick($"Permohonan {number}", $"Application {number}");

    public static string Mine => Language.Pick("Permohonan saya", "My applications");

    public static string NoneTitle => Language.Pick("Belum ada permohonan", "No applications yet");

    public static string NoneText => Language.Pick("Permohonan yang Anda kirim tampil di sini, dengan siapa yang memegang dan batas waktunya.", "Applications that you send appear here, with who holds them and until when.");

    public static string FindService => Language.Pick("Cari layanan", "Find a service");

    public static string SentOn(string moment) => Language.Pick($"Dikirim {moment}", $"Sent {moment}");

    public static string AnswerBy(string date) => Language.Pick($"Dijawab paling lambat {date}", $"Answer by {date}");

    public static string WhatToMend => Language.Pick("Yang perlu diperbaiki", "What to correct");

    public static string SendCorrection => Language.Pick("Kirim perbaikan", "Send the correction");

    public static string CorrectionSent => Language.Pick("Perbaikan Anda sudah diterima. Hitungan hari kerja berjalan lagi.", "Your correction has arrived. Working days are counted again.");

    public static string NothingToMend => Language.Pick("Petugas tidak menandai isian. Hubungi loket dengan nomor permohonan ini.", "The officer marked no field. Ask the counter with this application number.");

    public static string Download => Language.Pick("Unduh dokumen (PDF)", "Download the document (PDF)");

    public static string Actions => Language.Pick("Tindakan", "Actions");

    public static string WithdrawIt => Language.Pick("Tarik permohonan", "Withdraw the application");

    public static string WithdrawTitle(string name) => Language.Pick($"Tarik permohonan {name}?", $"Withdraw the application for {name}?");

    public static string WithdrawMeans => Language.Pick("Petugas berhenti memeriksa dan nomor ini ditutup. Ini tidak dapat dibatalkan. Anda dapat mengajukan lagi kapan saja.", "Officers stop and this number is closed. This cannot be undone. You may apply again at any time.");

    public static string Keep => Language.Pick("Tidak jadi, kembali", "No, go back");

    public static string Reason => Language.Pick("Alasan petugas", "The officer's reason");

    public static string YourAnswers => Language.Pick("Isian Anda", "Your answers");
}
