using MppDigital.National.Catalog;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>Words of the review page and the receipt.</summary>
internal static class ReviewWords
{
    public static string Title => Language.Pick("Periksa sebelum dikirim", "Check before sending");

    public static string Intro(int typed) => Language.Pick($"Anda menulis {typed} isian. Sisanya sudah ada di negara dan tidak kami tanyakan lagi.", $"You wrote {typed} answers. The state knew the rest, so we did not ask.");

    public static string Known => Language.Pick("Yang sudah kami ketahui", "What we know already");

    public static string Yours => Language.Pick("Yang Anda tulis", "What you wrote");

    public static string Files => Language.Pick("Berkas", "Files");

    public static string FromRegister(string register, string date) => Language.Pick($"dari {register}, diperiksa {date}", $"from {register}, checked on {date}");

    public static string FromAccount => Language.Pick("dari akun Anda", "from your account");

    public static string ToBeChecked => Language.Pick("Anda menulis sendiri, petugas mencocokkan", "You wrote it yourself, an officer will check it");

    public static string WorkedOut => Language.Pick("dihitung dari jawaban Anda", "worked out from your answers");

    public static string NotAnswered => Language.Pick("Tidak diisi", "Left empty");

    public static string Uploaded => Language.Pick("Sudah diunggah", "Uploaded");

    public static string NotUploaded => Language.Pick("Belum diunggah", "Not uploaded yet");

    public static string ConfirmedBy(string register) => Language.Pick($"dari {register}, tidak perlu diunggah", $"from {register}, no upload needed");

    public static string YouGet => Language.Pick("Yang Anda terima", "What you receive");

    public static string Latest(string date) => Language.Pick($"Paling lambat {date} bila berkas lengkap hari ini.", $"By {date} at the latest if the file is complete today.");

    public static string MayMove => Language.Pick("Tanggal ini dapat bergeser: hari libur tahun itu belum ditetapkan.", "This date may move: the holidays of that year are not decreed yet.");

    public static string Elsewhere => Language.Pick("Instansi lain yang memutus. Kami meneruskan dan mencatat jawabannya.", "Another agency decides. We pass it on and record the answer.");

    public static string Basis(string law) => Language.Pick($"Dasar pemakaian data: {law}.", $"Legal basis for using the data: {law}.");

    public static string Cost => Language.Pick("Biaya", "The fee");

    public static string WhenPaid(Fee fee) => fee.Due switch
    {
        FeeDue.BeforeWork => Language.Pick("Anda membayar setelah berkas lengkap, sebelum mulai diperiksa.", "You pay when the file is complete, before it is checked."),
        FeeDue.BeforeDecision => Language.Pick("Anda membayar setelah berkas lengkap, sebelum diputuskan.", "You pay when the file is complete, before it is decided."),
        _ => Language.Pick("Anda membayar setelah disetujui, sebelum dokumen diserahkan.", "You pay after the approval, before the document is handed out."),
    } + " " + (fee.Refundable
        ? Language.Pick("Uang kembali penuh bila permohonan ditarik atau ditolak.", "The money is given back in full when the application is withdrawn or refused.")
        : Language.Pick("Uang tidak kembali bila permohonan ditarik atau ditolak setelah dibayar.", "The money is not given back when the application is withdrawn or refused after payment."));

    public static string Promise => Language.Pick("Pernyataan", "Your declaration");

    public static string True => Language.Pick("Data di atas benar menurut pengetahuan saya.", "The data above is true as far as I know.");

    public static string TickFirst => Language.Pick("Beri tanda centang bila data di atas benar. Bila belum, pakai “Ubah”.", "Tick the box if the data above is true. If not, use “Change”.");

    public static string Send => Language.Pick("Kirim permohonan", "Send the application");

    public static string Unfinished => Language.Pick("Masih ada yang perlu dibetulkan", "Something still needs to be mended");

    public static string SentTitle => Language.Pick("Permohonan terkirim", "Application sent");

    public static string WhatNext => Language.Pick("Langkah berikutnya", "What happens next");

    public static string CompleteNow => Language.Pick("Berkas sudah lengkap. Hitungan hari kerja mulai besok.", "The file is complete. Working days are counted from tomorrow.");

    public static string CompleteLater => Language.Pick("Petugas memeriksa kelengkapan dalam 1 hari kerja. Setelah lengkap, batas hukum tampil di halaman permohonan.", "An officer checks within 1 working day whether the file is complete. Then the legal limit appears on the application's page.");

    public static string SeeIt => Language.Pick("Lihat permohonan", "See the application");

    public static string ReceivedOn(string moment) => Language.Pick($"diterima {moment}", $"received on {moment}");
}
