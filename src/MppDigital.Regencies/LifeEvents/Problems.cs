using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.LifeEvents;

internal static class Problems
{
    public static readonly Problem UnknownEvent = new(ProblemKind.NotFound, "unknown-life-event", "Paket layanan ini tidak ada. Cari layanan di daftar layanan.") { DetailEn = "There is no such bundle of services. Look in the list of services." };

    public static readonly Problem UnknownFiling = new(ProblemKind.NotFound, "unknown-application", "Permohonan dengan nomor ini tidak ada di sini. Periksa nomornya.") { DetailEn = "There is no application with this number here. Check the number." };
}
