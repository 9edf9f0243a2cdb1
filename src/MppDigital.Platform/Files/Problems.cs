using MppDigital.Platform.UseCases;

namespace MppDigital.Platform.Files;

internal static class Problems
{
    public static readonly Problem TooLarge = new(
        ProblemKind.TooLarge,
        "file-too-large",
        "Berkas lebih dari 5 MB. Perkecil foto atau pindai ulang dengan resolusi lebih rendah, lalu unggah lagi.")
    {
        DetailEn = "The file is larger than 5 MB. Make the photo smaller or scan it again at a lower resolution, then upload it again.",
    };

    public static readonly Problem WrongType = new(
        ProblemKind.WrongType,
        "file-type",
        "Berkas harus berupa foto JPEG atau PNG, atau dokumen PDF yang utuh. Simpan ulang dalam salah satu bentuk itu, lalu unggah lagi.")
    {
        DetailEn = "The file must be a JPEG or PNG picture or a PDF document, and complete. Save it in one of these forms and upload it again.",
    };

    public static readonly Problem Empty = new(
        ProblemKind.Invalid,
        "file-empty",
        "Berkas kosong. Pilih berkas yang lain.")
    {
        Errors = new Dictionary<string, string[]> { ["/file"] = ["Berkas kosong. Pilih berkas yang lain."] },
        DetailEn = "The file is empty. Choose another file.",
    };
}
