namespace MppDigital.Regencies.Applications.Fees;

/// <summary>What an application costs and how that came about; kept with it as filed, whatever tariffs say later.</summary>
/// <param name="Operands">The numbers that went into the formula, in its order; empty for a fixed amount.</param>
/// <param name="ExplainId">What was done with them; empty for a fixed amount.</param>
/// <param name="TariffIdr">The regency's, as it was then; a correction is reckoned with the same.</param>
public sealed record FeeAssessment(long AmountIdr, IReadOnlyList<FeeOperand> Operands, string ExplainId, string ExplainEn, long? TariffIdr = null);

/// <param name="Rupiah">Money, and not a count or a measure.</param>
public sealed record FeeOperand(string LabelId, string LabelEn, decimal Value, bool Rupiah);

/// <summary>Why no fee can be told: the answer that is missing or makes it too large.</summary>
public sealed record FeeFault(string At, string Text, string TextEn);
