using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace MppDigital.Platform.Persistence;

public static class DatabaseFailures
{
    /// <summary>True when the save was refused by a unique index: the only proof against doubles that holds under concurrency.</summary>
    public static bool IsDuplicate(this IDatabaseEngine engine, DbUpdateException exception) =>
        exception.InnerException is DbException inner && engine.Classify(inner) == DatabaseFailure.Duplicate;
}
