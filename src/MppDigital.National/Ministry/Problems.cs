using MppDigital.Platform.UseCases;

namespace MppDigital.National.Ministry;

internal static class Problems
{
    public static readonly Problem NotMinistry = new(ProblemKind.Forbidden, "ministry-only", "Halaman ini milik pegawai Kementerian PANRB.") { DetailEn = "This belongs to the staff of the ministry." };
}
