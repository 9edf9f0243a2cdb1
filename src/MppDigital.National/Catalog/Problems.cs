using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog;

internal static class Problems
{
    public static Problem FolderMissing(string folder) =>
        new(ProblemKind.NotFound, "catalog-folder-missing", $"Folder {folder} tidak ada.") { DetailEn = $"There is no folder {folder}." };
}
