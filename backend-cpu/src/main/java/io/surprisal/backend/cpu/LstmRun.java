package io.surprisal.backend.cpu;

import org.jspecify.annotations.Nullable;

/**
 * One run of an LSTM over sequences: what it starts from, and what it makes. Where nothing will be differentiated, gates and cells are
 * those of one place only, written over again and again.
 *
 * @param recurrent the weight [units, 4·units]
 * @param hidden the first hidden state [batch, units]
 * @param cell the first cell state [batch, units]
 * @param mask BOOL [time, batch]; null where every place counts
 * @param states the hidden states and the last cell state [time + 1, batch, units]
 * @param gates the activated gates [time or 1, batch, 4·units]
 * @param cells the cell states [time or 1, batch, units]
 */
record LstmRun(
        CpuArray recurrent,
        CpuArray hidden,
        CpuArray cell,
        @Nullable CpuArray mask,
        CpuArray states,
        CpuArray gates,
        CpuArray cells) {
    int time() {
        return states.shape().at(0) - 1;
    }

    int batch() {
        return states.shape().at(1);
    }

    int units() {
        return states.shape().at(2);
    }

    /** Elements of one state. */
    int stateSize() {
        return batch() * units();
    }

    /** The index of the first element of h_t, t from 0, among the states. */
    long stateStart(int t) {
        return (long) t * stateSize();
    }

    /** Of c_t, t from 0, among the cells. */
    long cellStart(int t) {
        return stateStart(cells.shape().at(0) == 1 ? 0 : t);
    }

    /** Of the gates of place t. */
    long gateStart(int t) {
        return 4 * cellStart(t);
    }

    /** Where element {@code index} of an array lies. */
    static long address(CpuArray array, long index) {
        return array.address() + index * Float.BYTES;
    }
}
