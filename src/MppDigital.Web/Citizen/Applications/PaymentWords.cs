using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Applications;

/// <summary>Words of the page where a fee is paid.</summary>
internal static class PaymentWords
{
    public static string Title => Language.Pick("Pembayaran", "Payment");

    public static string Heading(string state, string amount) => state switch
    {
        "paid" => Language.Pick($"{amount} sudah dibayar", $"{amount} has been paid"),
        "refund-asked" => Language.Pick("Uang Anda akan dikembalikan", "Your money will be given back"),
        "refunded" => Language.Pick("Uang Anda sudah dikembalikan", "Your money has been given back"),
        "cancelled" => Language.Pick("Tidak ada yang perlu dibayar", "Nothing needs to be paid"),
        _ => Language.Pick($"Bayar {amount}", $"Pay {amount}"),
    };

    public static string Why(string state) => state switch
    {
        "expired" => Language.Pick("Kode QRIS sebelumnya sudah lewat waktunya. Buat kode baru. Bila kode lama terlanjur Anda bayar, uangnya tetap tercatat.", "The code before has run out. Make a new one. If you paid the old one all the same, your money is recorded."),
        "failed" => Language.Pick("Pembayaran sebelumnya gagal. Buat kode baru.", "The payment before has failed. Make a new code."),
        _ => Language.Pick("Buat kode QRIS, lalu bayar dengan aplikasi bank atau dompet digital apa saja. Kode berlaku 24 jam.", "Make a QRIS code, then pay with any banking or wallet app. The code is valid for 24 hours."),
    };

    public static string Make => Language.Pick("Buat kode QRIS", "Make a QRIS code");

    public static string HowTo => Language.Pick("Pindai kode ini dengan aplikasi bank atau dompet digital. Di ponsel ini: simpan gambarnya, lalu pilih dari galeri di aplikasi Anda.", "Scan this code with a banking or wallet app. On this phone: save the picture and choose it from the gallery in your app.");

    public static string QrAlt(string amount) => Language.Pick($"Kode QRIS sebesar {amount}", $"QRIS code for {amount}");

    public static string Until(string moment) => Language.Pick($"Berlaku sampai {moment}", $"Valid until {moment}");

    public static string IHavePaid => Language.Pick("Saya sudah membayar, periksa", "I have paid, check now");

    public static string NotYet => Language.Pick("Penyedia pembayaran belum mencatat uangnya. Biasanya perlu kurang dari satu menit. Jangan bayar dua kali.", "The payment provider has not recorded the money yet. It usually takes less than a minute. Do not pay twice.");

    public static string AsText => Language.Pick("Kode sebagai teks", "The code as text");

    public static string AsTextHow => Language.Pick("Salin seluruhnya ke aplikasi yang menerima kode QRIS sebagai teks.", "Copy all of it into an app that takes a QRIS code as text.");

    public static string After(string state) => state switch
    {
        "paid" => Language.Pick("Terima kasih. Permohonan Anda dilanjutkan.", "Thank you. Your application goes on."),
        "refund-asked" => Language.Pick("Uang dikembalikan ke rekening atau dompet yang Anda pakai membayar setelah admin daerah mengesahkan.", "The money goes back to the account or wallet that you paid with, once the regency's admin has confirmed it."),
        "refunded" => Language.Pick("Uang dikembalikan ke rekening atau dompet yang Anda pakai membayar.", "The money went back to the account or wallet that you paid with."),
        _ => Language.Pick("Tagihan ini tidak berlaku lagi.", "This bill is no longer valid."),
    };

    public static string Receipt => Language.Pick("Tanda terima", "Receipt");

    public static string PaidOn => Language.Pick("Dibayar", "Paid on");

    public static string Amount => Language.Pick("Jumlah", "Amount");

    public static string PaidTo => Language.Pick("Kepada", "To");

    public static string PaidFor => Language.Pick("Untuk", "For");

    public static string Reference => Language.Pick("Nomor tagihan", "Bill number");

    public static string ProviderReference => Language.Pick("Rujukan penyedia", "Provider's reference");

    public static string Refund => Language.Pick("Dikembalikan", "Given back");

    public static string Keep => Language.Pick("Halaman ini dapat dicetak dan berlaku sebagai bukti pembayaran.", "This page can be printed and is proof of payment.");

    public static string HowMuch => Language.Pick("Bagaimana jumlahnya dihitung", "How the amount was worked out");

    public static string Owed => Language.Pick("Biaya belum dibayar", "The fee is not paid");

    public static string OwedText(string amount) => Language.Pick($"Bayar {amount} supaya permohonan dapat dilanjutkan.", $"Pay {amount} so that the application can go on.");

    public static string Pay => Language.Pick("Bayar sekarang", "Pay now");

    public static string SeeReceipt => Language.Pick("Lihat pembayaran dan tanda terima", "See the payment and its receipt");
}
